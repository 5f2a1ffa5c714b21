/** What one may hand on when the worker died: the build, what it said, and the session. */
import { useState } from 'react';
import { write } from '../session/write-stored.ts';
import { present } from '../store/session-store.ts';
import { Button } from '../views/parts/Button.tsx';
import { useWords } from '../views/parts/use-words.ts';

/** The name of the page's script has a hash of what is in it. */
const build = (): string =>
  document.querySelector<HTMLScriptElement>('script[type="module"][src]')?.src.split('/').at(-1) ?? '';

export function CrashReport({ crash }: { crash: string }) {
  const { t } = useWords();
  const [copied, setCopied] = useState(false);
  const copy = (): void => {
    const report = ['cf8', build(), crash, write(present())].join('\n\n');
    void navigator.clipboard.writeText(report).then(
      () => setCopied(true),
      () => undefined,
    );
  };
  return (
    <>
      <Button kind="lined" onClick={copy}>
        {t(copied ? 'crash.copied' : 'crash.copy')}
      </Button>
      <p className="pane-note">{t('crash.copy-about')}</p>
    </>
  );
}
