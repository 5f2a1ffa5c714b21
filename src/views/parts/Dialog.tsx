/** A dialog: the browser's own. It takes the focus, keeps it and gives it back; Escape and a press beside it close it. */
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { useWords } from './use-words.ts';

export interface DialogProps {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** Without a head: the title is only spoken. */
  readonly bare?: boolean;
  readonly className?: string;
  /** An element with data-first in it gets the focus; else the close button has it. */
  readonly children: ReactNode;
}

function Opened({ title, onClose, bare = false, className = '', children }: DialogProps) {
  const { t } = useWords();
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    dialog?.querySelector<HTMLElement>('[data-first]')?.focus();
    const beside = (event: Event): void => {
      if (event.target === dialog) dialog?.dispatchEvent(new Event('cancel', { cancelable: true }));
    };
    dialog?.addEventListener('click', beside);
    // Closing, not only vanishing, is what gives the focus back.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={box}
      className={`dialog ${className}`.trim()}
      aria-label={bare ? title : undefined}
      aria-labelledby={bare ? undefined : id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {bare ? (
        children
      ) : (
        <div className="dialog-sheet">
          <div className="dialog-head">
            <h2 id={id} className="dialog-title">
              {title}
            </h2>
            <IconButton icon="close" label={t('dialog.close')} onClick={onClose} />
          </div>
          <div className="dialog-body">{children}</div>
        </div>
      )}
    </dialog>
  );
}

export function Dialog(props: DialogProps) {
  return props.open && <Opened {...props} />;
}
