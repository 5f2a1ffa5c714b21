/** Whether some text is meant as a link. In a file of its own, since the page asks before it loads the rest. */

/** The fragment of an address: "#v=1&…". */
export const isLink = (fragment: string): boolean => /^#?v=\d/.test(fragment);

/** The link in a text that is nothing else: a whole address, or its fragment alone. */
export function linkIn(text: string): string | undefined {
  const [, fragment] = /^\s*(?:[a-z]+:\/\/[^\s#]*)?#(v=\d\S*)\s*$/i.exec(text) ?? [];
  return fragment;
}
