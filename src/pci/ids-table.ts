/**
 * Vendors, devices and subsystems that cf8's models and scenarios use, in the format of pci.ids.
 * A selection from the PCI ID Repository (https://pci-ids.ucw.cz/, 2023.04.10: the one that the recorded lspci read, so that our text
 * equals its text). Copyright Martin Mares and Albert Pool, used under the 3-clause BSD licence.
 */
export const knownIds = `0e11 Compaq Computer Corporation
	ae10 Smart-2/P RAID Controller
1000 Broadcom / LSI
	0012 53c895a
	0030 53c1030 PCI-X Fusion-MPT Dual Ultra320 SCSI
	0054 SAS1068 PCI-X Fusion-MPT SAS
	0058 SAS1068E PCI-Express Fusion-MPT SAS
	005b MegaRAID SAS 2208 [Thunderbolt]
	0060 MegaRAID SAS 1078
	0411 MegaRAID SAS 1068
1002 Advanced Micro Devices, Inc. [AMD/ATI]
	5046 Rage 4 [Rage 128 PRO AGP 4X]
	5159 RV100 [Radeon 7000 / Radeon VE]
1011 Digital Equipment Corporation
	0009 DECchip 21140 [FasterNet]
	0019 DECchip 21142/43
	0026 DECchip 21154
1013 Cirrus Logic
	00b8 GD 5446
		1af4 1100 QEMU Virtual Machine
	00d0 GD 5462
1014 IBM
1022 Advanced Micro Devices, Inc. [AMD]
	2000 79c970 [PCnet32 LANCE]
		1022 2000 PCnet - Fast 79C971
	2020 53c974 [PCscsi]
		1af4 1100 QEMU Virtual Machine
102b Matrox Electronics Systems Ltd.
	0519 MGA 2064W [Millennium]
1033 NEC Corporation
	0194 uPD720200 USB 3.0 Host Controller
		1af4 1100 QEMU Virtual Machine
104c Texas Instruments
	8231 XIO2000(A)/XIO2200A PCI Express-to-PCI Bridge
	8232 XIO3130 PCI Express Switch (Upstream)
	8233 XIO3130 PCI Express Switch (Downstream)
1057 Motorola
	0002 MPC106 [Grackle]
	4801 Raven
106b Apple Inc.
	003f KeyLargo/Intrepid USB
		1af4 1100 QEMU Virtual Machine
108d Olicom
10b5 PLX Technology, Inc.
	9050 PCI <-> IOBus Bridge
		10b5 9050 PCI-I04 PCI Passive PC/CAN Interface
10de NVIDIA Corporation
	1eb8 TU104GL [Tesla T4]
10e8 Applied Micro Circuits Corp.
10ec Realtek Semiconductor Co., Ltd.
	8029 RTL-8029(AS)
		10ec 8029 RTL-8029(AS)
		1af4 1100 QEMU Virtual Machine
	8139 RTL-8100/8101L/8139 PCI Fast Ethernet Adapter
		10ec 8139 RTL-8100/8101L/8139 PCI Fast Ethernet Adapter
		1af4 1100 QEMU Virtual Machine
	8168 RTL8111/8168/8411 PCI Express Gigabit Ethernet Controller
		10ec 8168 RTL8111/8168 PCI Express Gigabit Ethernet controller
1106 VIA Technologies, Inc.
	0571 VT82C586A/B/VT82C686/A/B/VT823x/A/C PIPC Bus Master IDE
		1106 0571 VT82C586/B/VT82C686/A/B/VT8233/A/C/VT8235 PIPC Bus Master IDE
	0686 VT82C686 [Apollo Super South]
		1106 0686 VT82C686/A PCI to ISA Bridge
	3038 VT82xx/62xx/VX700/8x0/900 UHCI USB 1.1 Controller
		1af4 1100 QEMU Virtual Machine
111d Microsemi / PMC / IDT
126f Silicon Motion, Inc.
	0501 SM501 VoyagerGX Rev. AA
1274 Ensoniq
	1371 ES1371/ES1373 / Creative Labs CT2518
		1274 1371 Audio PCI 64V/128/5200 / Creative CT4810/CT5803/CT5806 [Sound Blaster PCI]
	5000 ES1370 [AudioPCI]
1414 Microsoft Corporation
	5353 Hyper-V virtual VGA
144d Samsung Electronics Co Ltd
	a808 NVMe SSD Controller SM981/PM981/PM983
1498 TEWS Technologies GmbH
	30c8 TPCI200 4 Slot IndustryPack PCI Carrier
14e4 Broadcom Inc. and subsidiaries
	1657 NetXtreme BCM5719 Gigabit Ethernet PCIe
	16d7 BCM57414 NetXtreme-E 10Gb/25Gb RDMA Ethernet Controller
15ad VMware
	0405 SVGA II Adapter
	0720 VMXNET Ethernet Controller
	0740 Virtual Machine Communication Interface
	0770 USB2 EHCI Controller
	0774 USB1.1 UHCI Controller
	0790 PCI bridge
	07a0 PCI Express Root Port
	07b0 VMXNET3 Ethernet Controller
	07c0 PVSCSI SCSI Controller
	07f0 NVMe SSD Controller
15b3 Mellanox Technologies
	1017 MT27800 Family [ConnectX-5]
	1018 MT27800 Family [ConnectX-5 Virtual Function]
1987 Phison Electronics Corporation
19e5 Huawei Technologies Co., Ltd.
1ae0 Google, Inc.
1af4 Red Hat, Inc.
	1000 Virtio network device
	1001 Virtio block device
	1002 Virtio memory balloon
	1003 Virtio console
	1004 Virtio SCSI
	1005 Virtio RNG
	1009 Virtio filesystem
	1041 Virtio 1.0 network device
	1042 Virtio 1.0 block device
	1043 Virtio 1.0 console
	1044 Virtio 1.0 RNG
	1045 Virtio 1.0 memory balloon
	1048 Virtio 1.0 SCSI
	1049 Virtio 1.0 filesystem
	1050 Virtio 1.0 GPU
	1052 Virtio 1.0 input
	1053 Virtio 1.0 socket
	105a Virtio file system
	1110 Inter-VM shared memory
		1af4 1100 QEMU Virtual Machine
1af5 Netezza Corp.
1b36 Red Hat, Inc.
	0001 QEMU PCI-PCI bridge
	0002 QEMU PCI 16550A Adapter
		1af4 1100 QEMU Virtual Machine
	0003 QEMU PCI Dual-port 16550A Adapter
		1af4 1100 QEMU Virtual Machine
	0004 QEMU PCI Quad-port 16550A Adapter
		1af4 1100 QEMU Virtual Machine
	0005 QEMU PCI Test Device
		1af4 1100 QEMU Virtual Machine
	0006 PCI Rocker Ethernet switch device
	0007 PCI SD Card Host Controller Interface
	0008 QEMU PCIe Host bridge
	0009 QEMU PCI Expander bridge
	000a PCI-PCI bridge (multiseat)
	000b QEMU PCIe Expander bridge
	000c QEMU PCIe Root port
	000d QEMU XHCI Host Controller
	0010 QEMU NVM Express Controller
	0100 QXL paravirtual graphic card
		1af4 1100 QEMU Virtual Machine
1b73 Fresco Logic
	1000 FL1000G USB 3.0 Host Controller
1c5c SK hynix
1d0f Amazon.com, Inc.
1d6a Aquantia Corp.
5853 XenSource, Inc.
	0001 Xen Platform Device
8086 Intel Corporation
	0953 PCIe Data Center SSD
	100e 82540EM Gigabit Ethernet Controller
		1af4 1100 QEMU Virtual Machine
	100f 82545EM Gigabit Ethernet Controller (Copper)
	10c9 82576 Gigabit Network Connection
	10ca 82576 Virtual Function
	10d3 82574L Gigabit Network Connection
	10fb 82599ES 10-Gigabit SFI/SFP+ Network Connection
	1209 8255xER/82551IT Fast Ethernet Controller
		1af4 1100 QEMU Virtual Machine
	1229 82557/8/9/0/1 Ethernet Pro 100
		1af4 1100 QEMU Virtual Machine
		8086 1229 82557/8/9 [Ethernet Pro 100]
	1237 440FX - 82441FX PMC [Natoma]
		1af4 1100 Qemu virtual machine
	1520 I350 Ethernet Controller Virtual Function
	1521 I350 Gigabit Network Connection
	154c Ethernet Virtual Function 700 Series
	1572 Ethernet Controller X710 for 10GbE SFP+
	2415 82801AA AC'97 Audio Controller
		1af4 1100 QEMU Virtual Machine
	2425 82801AB AC'97 Audio Controller
	244e 82801 PCI Bridge
	24cd 82801DB/DBM (ICH4/ICH4-M) USB2 EHCI Controller
		1af4 1100 QEMU Virtual Machine
	25ab 6300ESB Watchdog Timer
		1af4 1100 QEMU Virtual Machine
	2668 82801FB/FBM/FR/FW/FRW (ICH6 Family) High Definition Audio Controller
		1af4 1100 QEMU Virtual Machine
	2918 82801IB (ICH9) LPC Interface Controller
		1af4 1100 QEMU Virtual Machine
	2922 82801IR/IO/IH (ICH9R/DO/DH) 6 port SATA Controller [AHCI mode]
		1af4 1100 QEMU Virtual Machine
	2930 82801I (ICH9 Family) SMBus Controller
		1af4 1100 QEMU Virtual Machine
	2934 82801I (ICH9 Family) USB UHCI Controller #1
		1af4 1100 QEMU Virtual Machine
	2935 82801I (ICH9 Family) USB UHCI Controller #2
		1af4 1100 QEMU Virtual Machine
	2936 82801I (ICH9 Family) USB UHCI Controller #3
		1af4 1100 QEMU Virtual Machine
	2937 82801I (ICH9 Family) USB UHCI Controller #4
		1af4 1100 QEMU Virtual Machine
		8086 2937 Optiplex 755
	2938 82801I (ICH9 Family) USB UHCI Controller #5
		1af4 1100 QEMU Virtual Machine
		8086 2938 Optiplex 755
	2939 82801I (ICH9 Family) USB UHCI Controller #6
		1af4 1100 QEMU Virtual Machine
	293a 82801I (ICH9 Family) USB2 EHCI Controller #1
		1af4 1100 QEMU Virtual Machine
	293c 82801I (ICH9 Family) USB2 EHCI Controller #2
		1af4 1100 QEMU Virtual Machine
		8086 293c Optiplex 755
	293e 82801I (ICH9 Family) HD Audio Controller
		1af4 1100 QEMU Virtual Machine
		8086 293e Optiplex 755
	29c0 82G33/G31/P35/P31 Express DRAM Controller
		1af4 1100 QEMU Virtual Machine
	3403 5500 I/O Hub to ESI Port
	3420 7500/5520/5500/X58 I/O Hub PCI Express Root Port 0
	7000 82371SB PIIX3 ISA [Natoma/Triton II]
		1af4 1100 Qemu virtual machine
	7010 82371SB PIIX3 IDE [Natoma/Triton II]
		1af4 1100 Qemu virtual machine
	7020 82371SB PIIX3 USB [Natoma/Triton II]
		1af4 1100 QEMU Virtual Machine
	7110 82371AB/EB/MB PIIX4 ISA
	7111 82371AB/EB/MB PIIX4 IDE
	7112 82371AB/EB/MB PIIX4 USB
		1af4 1100 QEMU Virtual Machine
	7113 82371AB/EB/MB PIIX4 ACPI
		1af4 1100 Qemu virtual machine
	7190 440BX/ZX/DX - 82443BX/ZX/DX Host bridge
	7191 440BX/ZX/DX - 82443BX/ZX/DX AGP bridge
9710 MosChip Semiconductor Technology Ltd.
	9835 PCI 9835 Multi-I/O Controller
`;

/** Devices of QEMU and others that the repository of that date does not name: our own words. */
export const unofficialIds = `1234 QEMU
	1111 Standard VGA
	11e8 edu, educational device
1af4 Red Hat, Inc.
	1014 Virtio IOMMU
	1040 Virtio 1.0 device
	1054 Virtio 1.0 crypto
	1057 Virtio 1.0 IOMMU
	1058 Virtio 1.0 memory device
	1059 Virtio 1.0 sound
	105b Virtio 1.0 persistent memory
1b36 Red Hat, Inc.
	000e QEMU PCIe-to-PCI bridge
	000f QEMU MDPY mediated display
	0011 QEMU panic device
	0012 QEMU ACPI ERST device
	0013 QEMU UFS Host Controller
`;
