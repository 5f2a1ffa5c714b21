/** CPU, memory controller and host bridge, whose CONFIG_ADDRESS latch lies open as chips. */
import { memo } from 'react';
import { hex, size } from '../../base/hex.ts';
import { useWords } from '../parts/use-words.ts';
import { advance, bestOf, fitted } from './fit.ts';
import type { Box, Layout } from './layout.ts';
import { latchOf, type CardPicture } from './picture.ts';
import type { Decision } from './story.ts';

const pad = 12;
const chips = [
  { name: 'enable', width: 22 },
  { name: 'bus', width: 46 },
  { name: 'device', width: 46 },
  { name: 'function', width: 32 },
  { name: 'register', width: 46 },
] as const;
const chipsAt = pad + 30;
const lefts = chips.map((_, i) => chipsAt + chips.slice(0, i).reduce((sum, { width }) => sum + width + 4, 0));
const chipsEnd = chipsAt + chips.reduce((sum, { width }) => sum + width + 4, 0);

/** The latch's chips inside the host bridge's box; the button that opens the composer lies over them. */
export const latchBox = (host: Box): Box => ({ x: host.x + 6, y: host.y + 30, w: 252, h: 34 });

export const CpuBox = memo(function CpuBox(props: {
  box: Box;
  doing: string | undefined;
  value: string | undefined;
  active: boolean;
}) {
  const { t } = useWords();
  const { box } = props;
  const idle = props.doing === undefined;
  return (
    <g
      className="topology-chip-box"
      data-active={props.active ? '' : undefined}
      transform={`translate(${String(box.x)},${String(box.y)})`}
    >
      <rect className="topology-panel" width={box.w} height={box.h} rx="7" />
      <text x={pad} y="21" className="topology-title">
        {t('topology.cpu')}
      </text>
      {props.value !== undefined && (
        <text x={box.w - 9} y="21" textAnchor="end" className="topology-register">
          {props.value}
        </text>
      )}
      <text x={pad} y="39" className={idle ? 'topology-idle' : 'topology-doing'}>
        {props.doing ?? t('topology.cpu-idle')}
      </text>
    </g>
  );
});

export const MemoryBox = memo(function MemoryBox({
  box,
  bytes,
  active,
}: {
  box: Box;
  bytes: number;
  active: boolean;
}) {
  const { t } = useWords();
  return (
    <g
      className="topology-chip-box"
      data-active={active ? '' : undefined}
      transform={`translate(${String(box.x)},${String(box.y)})`}
    >
      <rect className="topology-panel" width={box.w} height={box.h} rx="7" />
      <text x={pad} y="21" className="topology-title">
        {fitted(t('topology.memory'), box.w - pad * 1.5, 7.6)}
      </text>
      <text x={pad} y="39" className="topology-doing">
        {bytes === 0 ? t('topology.ram-unknown') : t('topology.ram', { size: size(bytes) })}
      </text>
    </g>
  );
});

export interface HostBoxProps {
  readonly place: Layout;
  readonly card: CardPicture | undefined;
  readonly latch: number;
  /** The latch has just been written. */
  readonly written: boolean;
  readonly decision: Decision;
  /** The access is a configuration cycle and the host bridge has decided. */
  readonly deciding: boolean;
  /** Stamped here because nobody else gave it. */
  readonly stamp: string | undefined;
  readonly express: boolean;
  readonly active: boolean;
  readonly selected: boolean;
  readonly hovered: boolean;
}

export const HostBox = memo(function HostBox(props: HostBoxProps) {
  const { t } = useWords();
  const { card, stamp } = props;
  const box = props.place.host;
  const narrow = box.w < 430;
  const kind = t('topology.host');
  const names = card && !card.model.includes('host') ? [`${card.model} ${kind}`, card.model] : [kind];
  const latch = latchOf(props.latch);
  const texts = [
    latch.enabled ? '1' : '0',
    hex(latch.bus, 2),
    hex(latch.device, 2),
    String(latch.fn),
    hex(latch.register, 2),
  ];
  return (
    <g
      className="topology-card topology-host"
      data-fn={card?.fn}
      data-role={props.active ? 'claims' : undefined}
      data-selected={props.selected ? '' : undefined}
      data-hovered={props.hovered ? '' : undefined}
      transform={`translate(${String(box.x)},${String(box.y)})`}
    >
      <rect className="topology-box" width={box.w} height={box.h} rx="7" />
      {card && (
        <text x={pad} y="20" className="topology-bdf">
          {card.label}
        </text>
      )}
      <text x={card ? pad + 64 : pad} y="20" className="topology-name">
        {bestOf(names, box.w - 170, advance.ui12)}
      </text>
      {card && stamp === undefined && (
        <text x={box.w - pad} y="20" className="topology-ids" textAnchor="end">
          {`${hex(card.vendor, 4)}:${hex(card.device, 4)}`}
        </text>
      )}
      {stamp !== undefined && (
        <g className="topology-stamp" transform={`translate(${String(box.w - 54)},17) rotate(-4)`}>
          <rect x="-46" y="-12" width="92" height="22" rx="4" />
          <text y="4" textAnchor="middle">
            {stamp}
          </text>
        </g>
      )}
      <text x={pad} y="51" className="topology-ids">
        CF8
      </text>
      <g
        className="topology-chips"
        data-off={latch.enabled ? undefined : ''}
        data-written={props.written ? '' : undefined}
      >
        {chips.map(({ name: field, width }, i) => {
          return (
            <g key={field} transform={`translate(${String(lefts[i] ?? 0)},33)`}>
              <rect width={width} height="28" rx="4" />
              <text x={width / 2} y="13" textAnchor="middle" className="topology-chip-value">
                {texts[i]}
              </text>
              <text x={width / 2} y="24" textAnchor="middle" className="topology-chip-name">
                {t(`topology.field-${field}`)}
              </text>
            </g>
          );
        })}
      </g>
      <text
        x={narrow ? chipsAt : chipsEnd + 8}
        y={narrow ? 77 : 51}
        className="topology-decision"
        data-live={props.deciding ? '' : undefined}
      >
        <DecisionText decision={props.decision} express={props.express} />
      </text>
    </g>
  );
});

function DecisionText({ decision, express }: { decision: Decision; express: boolean }) {
  const { t } = useWords();
  if (decision.type === 'off') return t('topology.type-off');
  if (decision.type === 1) return t('topology.type1');
  if (express) return t('topology.type0-express', { device: hex(decision.device, 2) });
  return decision.line === undefined
    ? t('topology.type0-none')
    : t('topology.type0', { line: decision.line });
}
