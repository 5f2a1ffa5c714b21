/** What a virtio device says of itself, apart from the transport. */
import type { Ring } from './virtio-ring.ts';

export interface VirtioDevice {
  /** Virtio device ID: 1 = network. */
  readonly id: number;
  /** Device ID of the transitional function; without one there is no legacy interface. */
  readonly transitional?: number;
  readonly classCode: number;
  /** Queue sizes in order. */
  readonly queues: readonly number[];
  /** MSI-X vectors unless told; 0 = no MSI-X. */
  readonly vectors: number;
  /** Its own feature bits, 0–23. */
  readonly features: number;
  /** Those of them that only a legacy driver sees. */
  readonly legacyOnly?: number;
  /** Features of the transport that it does not offer. */
  readonly withheld?: number;
  /** What a legacy driver gets that acknowledges everything, bit 30 included: it does not negotiate. Missing: nothing. */
  readonly badFeatures?: number;
  /** Device-specific configuration at reset. */
  readonly config: readonly number[];
  /** Bytes of the configuration that no reset returns. */
  readonly keeps?: (offset: number) => boolean;
  /** A driver has written the configuration. */
  written?(driver: Driver): void;
  /** A driver has set DRIVER_OK. */
  started?(driver: Driver): void;
  /** A driver has put buffers into a queue; without it they stay there. */
  served?(queue: number, ring: Ring): void;
  /** It looks into every queue when the driver sets DRIVER_OK. */
  readonly eager?: true;
  /** Bytes of its expansion ROM. */
  readonly rom?: number;
}

/** What a device sees of the driver, and may do about it. */
export interface Driver {
  /** Features that are offered and acknowledged. */
  readonly features: readonly [low: number, high: number];
  /** A byte of the configuration as the driver wrote it (all of it: what was not written is as last read). */
  wrote(offset: number): number;
  /** A byte of the configuration as it is. */
  holds(offset: number): number;
  /** Changes a byte of the configuration. */
  put(offset: number, value: number): void;
  /** Tells the driver that the configuration has changed. */
  changed(): void;
  /** The driver did what it must not: the device needs a reset. */
  fail(): void;
}

/** Little-endian bytes of a number, for configurations. */
export const bytesOf = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) & 0xff);
