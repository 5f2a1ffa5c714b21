/** The few pictures that are shorter than a word, drawn on a 16-unit grid in the ink of their surroundings. */
import type { ReactNode } from 'react';

const fills = (d: string): ReactNode => <path d={d} fill="currentColor" />;
const lines = (d: string): ReactNode => (
  <path
    d={d}
    fill="none"
    stroke="currentColor"
    strokeWidth="1.5"
    strokeLinecap="round"
    strokeLinejoin="round"
  />
);

const icons = {
  'step-back': fills('M10.5 4.2v7.6a.5.5 0 0 1-.78.42L4.1 8.42a.5.5 0 0 1 0-.84l5.62-3.8a.5.5 0 0 1 .78.42Z'),
  'step-next': fills('M5.5 4.2v7.6a.5.5 0 0 0 .78.42l5.62-3.8a.5.5 0 0 0 0-.84l-5.62-3.8a.5.5 0 0 0-.78.42Z'),
  play: fills('M4 2.9v10.2a.7.7 0 0 0 1.07.6l8-5.1a.7.7 0 0 0 0-1.2l-8-5.1A.7.7 0 0 0 4 2.9Z'),
  pause: fills(
    'M4 3.5a.5.5 0 0 1 .5-.5h2a.5.5 0 0 1 .5.5v9a.5.5 0 0 1-.5.5h-2a.5.5 0 0 1-.5-.5Zm5 0a.5.5 0 0 1 .5-.5h2a.5.5 0 0 1 .5.5v9a.5.5 0 0 1-.5.5h-2a.5.5 0 0 1-.5-.5Z',
  ),
  down: lines('m4.5 6.5 3.5 3.5 3.5-3.5'),
  up: lines('M4.5 9.5 8 6l3.5 3.5'),
  larger: lines('M9.5 3H13v3.5M13 3 9.2 6.8M6.5 13H3V9.5M3 13l3.8-3.8'),
  smaller: lines('M12.7 6.7H9.3V3.3M9.3 6.7 13 3M3.3 9.3h3.4v3.4M6.7 9.3 3 13'),
  branch: lines('M4.5 3v10M4.5 8.5h3.2a3.3 3.3 0 0 0 3.3-3.3V3.2M9 5l2-2 2 2'),
  close: lines('m4 4 8 8m0-8-8 8'),
  more: fills(
    'M3 6.75a1.25 1.25 0 1 0 0 2.5 1.25 1.25 0 0 0 0-2.5Zm5 0a1.25 1.25 0 1 0 0 2.5 1.25 1.25 0 0 0 0-2.5Zm5 0a1.25 1.25 0 1 0 0 2.5 1.25 1.25 0 0 0 0-2.5Z',
  ),
  auto: (
    <>
      {lines('M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 0 0 0-11.5Z')}
      {fills('M8 2.25a5.75 5.75 0 0 1 0 11.5Z')}
    </>
  ),
  light: (
    <>
      {lines('M8 5.25a2.75 2.75 0 1 0 0 5.5 2.75 2.75 0 0 0 0-5.5Z')}
      {lines('M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7')}
    </>
  ),
  dark: lines('M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z'),
  help: (
    <>
      {lines('M5.6 5.9A2.4 2.4 0 1 1 9 8.1c-.65.3-1 .8-1 1.5')}
      {fills('M8 11.2a.95.95 0 1 0 0 1.9.95.95 0 0 0 0-1.9Z')}
    </>
  ),
} as const;

export type IconName = keyof typeof icons;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {icons[name]}
    </svg>
  );
}
