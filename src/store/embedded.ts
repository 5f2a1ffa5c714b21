/** Whether this page is a piece of another one: `embed=1` in its address. Such a page neither knows nor keeps anything of a visitor's. */
export const isEmbedded =
  typeof location !== 'undefined' && /[#&?]embed=1(?=[&#]|$)/.test(location.search + location.hash);
