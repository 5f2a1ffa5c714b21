/** The Share dialog: what to share, the link with its length and what that means, and what else can be had. */
import { lazy, Suspense, useState } from 'react';
import { offer, type Choice } from '../../store/sharing/make.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { useWords } from '../parts/use-words.ts';
import { Choices } from './Choices.tsx';
import { CopyBox } from './CopyBox.tsx';
import { Files, type MoreFile } from './Files.tsx';
import { mostInQr, useLink, verdictOf } from './use-link.ts';
import './share.css';

const QrCode = lazy(() => import('./QrCode.tsx').then((m) => ({ default: m.QrCode })));

const marks = { fits: '✓', long: '~', 'too-long': '✕' } as const;

/** A number of four digits and more in groups. */
const grouped = (n: number): string => String(n).replaceAll(/\B(?=(?:\d{3})+$)/g, '\u202f');

const embedded = (link: string): string =>
  `<iframe src="${link.replaceAll('&', '&amp;')}&amp;embed=1" width="100%" height="600" title="cf8" loading="lazy"></iframe>`;

export function Share({ more, onClose }: { more?: readonly MoreFile[]; onClose: () => void }) {
  const { t } = useWords();
  // as it is when the dialog opens: nothing is done to the session from here
  const [{ own, branches, findings }] = useState(offer);
  const [choice, setChoice] = useState<Choice>({
    what: 'moment',
    accesses: true,
    sights: true,
    language: false,
    redact: findings.length > 0,
  });
  const link = useLink(choice);
  return (
    <Dialog title={t('share.title')} open onClose={onClose}>
      <div className="share">
        <Choices {...{ choice, own, branches }} found={findings} onChange={setChoice} />
        <section className="share-link" aria-label={t('share.link')}>
          <CopyBox first label={t('share.link')} text={link} rows={2} />
          <Verdict link={link} />
          <p className="share-private">{t('share.private')}</p>
        </section>
        <div>
          <details name="share" className="share-more">
            <summary>{t('share.qr')}</summary>
            {link !== undefined && link.length > mostInQr && (
              <p>{t('share.qr-too-long', { most: mostInQr })}</p>
            )}
            {link !== undefined && link.length <= mostInQr && (
              <Suspense>
                <QrCode link={link} />
              </Suspense>
            )}
          </details>
          <details name="share" className="share-more">
            <summary>{t('share.embed')}</summary>
            <CopyBox
              label={t('share.embed-label')}
              text={link === undefined ? undefined : embedded(link)}
              rows={3}
            />
          </details>
          <details name="share" className="share-more">
            <summary>{t('share.file')}</summary>
            <Files choice={choice} {...(more === undefined ? {} : { more })} />
          </details>
        </div>
      </div>
    </Dialog>
  );
}

function Verdict({ link }: { link: string | undefined }) {
  const { t } = useWords();
  const length = link?.length ?? 0;
  const verdict = verdictOf(length);
  return (
    <p className="share-verdict" data-verdict={verdict} aria-live="polite">
      {link !== undefined && (
        <>
          <span className="share-length">{t('share.length', { characters: grouped(length) })}</span>
          <span>
            <span aria-hidden="true">{marks[verdict]} </span>
            {t(`share.${verdict}`)}
          </span>
        </>
      )}
    </p>
  );
}
