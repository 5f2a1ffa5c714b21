/** Programs from elsewhere and to elsewhere: examples, a file, a download. */
import { useStore } from 'zustand';
import { longestScript } from '../../session/command.ts';
import { sessionStore } from '../../store/session-store.ts';
import { uiStore } from '../../store/ui-store.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/icons.tsx';
import { Menu } from '../parts/Menu.tsx';
import { useWords } from '../parts/use-words.ts';
import { examplesFor } from './examples.ts';

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'program.cf8';
  link.click();
  URL.revokeObjectURL(address);
}

export function Files({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useWords();
  const machine = useStore(sessionStore, (s) => s.machine);
  const fn = useStore(uiStore, (s) => s.selection.fn);
  const load = async (file: File | undefined): Promise<void> => {
    // one character too many is enough to say that it is too long
    if (file) onText(await file.slice(0, 4 * longestScript).text());
  };
  return (
    <>
      <Menu
        label={t('script.examples')}
        placement="bottom end"
        entries={examplesFor(machine, fn).map((example) => ({
          id: example.id,
          title: t(example.id),
          run: () => onText(example.text),
        }))}
      >
        <Button>
          {t('script.examples')}
          <Icon name="down" />
        </Button>
      </Menu>
      <label className="button script-file">
        {t('script.load')}
        <input
          type="file"
          accept=".cf8,.txt,text/plain"
          className="visually-hidden"
          onChange={(event) => {
            void load(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </label>
      <Button reason={text === '' ? t('script.empty') : undefined} onClick={() => save(text)}>
        {t('script.save')}
      </Button>
    </>
  );
}
