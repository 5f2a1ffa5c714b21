/** What the tables of pci/ call things, in English: as it stands there. A page of another language says it in its own words. */
export const terms = {
  /** A field's value in words: "prefetchable", "128 bytes". */
  'name.meaning': ({ text }: { readonly text: string }) => text,
  /** A register, a field, a capability or a class: "Bus Master Enable". Where it is not the English name itself, it stands beside it. */
  'name.term': ({ name }: { readonly name: string }) => name,
  /** Names of registers inside a sentence, "Vendor ID, Device ID", each with the English beside it. */
  'name.terms': ({ names }: { readonly names: string }) => names,
};
