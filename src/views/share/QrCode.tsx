/** A link as a QR code: dark on white in every theme, since phones read it so. */
import { encode } from 'uqr';
import { useMemo } from 'react';
import { useWords } from '../parts/use-words.ts';

/** Modules of silence around it that readers expect. */
const quiet = 4;

export function QrCode({ link }: { link: string }) {
  const { t } = useWords();
  const { size, path } = useMemo(() => {
    const { data, size: side } = encode(link, { ecc: 'L', border: quiet });
    const rows = data.flatMap((row, y) =>
      row.flatMap((dark, x) => (dark ? [`M${String(x)} ${String(y)}h1v1h-1z`] : [])),
    );
    return { size: side, path: rows.join('') };
  }, [link]);
  return (
    <svg
      className="share-qr"
      role="img"
      aria-label={t('share.qr-alt')}
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
