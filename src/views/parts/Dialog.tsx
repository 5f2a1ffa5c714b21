/** A dialog: takes the focus, keeps it, gives it back; Escape and the scrim close it. */
import type { ReactNode } from 'react';
import { Dialog as Body, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { IconButton } from './Button.tsx';
import { useWords } from './use-words.ts';

export function Dialog(props: { title: string; open: boolean; onClose: () => void; children: ReactNode }) {
  const { t } = useWords();
  return (
    <ModalOverlay
      className="scrim"
      isDismissable
      isOpen={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <Modal className="dialog-frame">
        <Body className="dialog">
          <div className="dialog-head">
            <Heading slot="title" className="dialog-title">
              {props.title}
            </Heading>
            <IconButton icon="close" label={t('dialog.close')} onClick={props.onClose} />
          </div>
          <div className="dialog-body">{props.children}</div>
        </Body>
      </Modal>
    </ModalOverlay>
  );
}
