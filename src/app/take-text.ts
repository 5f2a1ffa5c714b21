/** Text dropped or pasted anywhere on the page goes to the Open dialog, two files to the comparison; into a field it stays the field's. */
import { offerComparison, offerLarge, offerText } from '../store/ui-store.ts';

const mostBytes = 4 * 1024 * 1024;

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null;

const read = async (file: File) => ({ name: file.name, text: await file.text() });

/** Listens until the function that it gives is called. */
export function takeText(): () => void {
  const paste = (event: ClipboardEvent): void => {
    if (isField(event.target)) return;
    const text = event.clipboardData?.getData('text') ?? '';
    if (text.length > mostBytes) offerLarge(new File([text], ''));
    else if (text.trim() !== '') offerText(text);
  };
  const over = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  const drop = (event: DragEvent): void => {
    const [file, ...more] = event.dataTransfer?.files ?? [];
    if (!file || event.defaultPrevented) return;
    event.preventDefault();
    const small = [file, ...more].filter(({ size }) => size <= mostBytes);
    if (small.length > 1) void Promise.all(small.map(read)).then(offerComparison);
    else if (file.size <= mostBytes) void file.text().then(offerText);
    else offerLarge(file);
  };
  document.addEventListener('paste', paste);
  document.addEventListener('dragover', over);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('paste', paste);
    document.removeEventListener('dragover', over);
    document.removeEventListener('drop', drop);
  };
}
