/** Where a part goes: the bus, and the slot on it. */
import { useId } from 'react';
import { useStore } from 'zustand';
import { hex } from '../../base/hex.ts';
import { functionText } from '../../session/names.ts';
import { sessionStore } from '../../store/session-store.ts';
import { Said } from '../parts/Said.tsx';
import { useWords } from '../parts/use-words.ts';
import type { FormProps } from './PartForm.tsx';
import { heldSlots, type BusChoice } from './offered.ts';

export function BusField({
  draft,
  onChange,
  wrong,
  problemsId,
  choices,
}: FormProps & { choices: readonly BusChoice[] }) {
  const { t } = useWords();
  const name = useId();
  const machine = useStore(sessionStore, (s) => s.machine);
  const where = ({ bridge, express }: BusChoice): string =>
    bridge < 0
      ? t('add.bus-root', { express })
      : t('add.bus-behind', {
          bridge: functionText(machine, bridge),
          model: machine.board.parts[bridge]?.model ?? '',
        });
  return (
    <fieldset className="add-row">
      <legend className="add-label">{t('add.bus')}</legend>
      <div className="add-choices add-buses">
        {choices.map((choice) => (
          <label key={choice.name} className="add-choice" data-refused={choice.refusal ? '' : undefined}>
            <input
              type="radio"
              name={name}
              checked={draft.bus === choice.name}
              aria-describedby={draft.bus === choice.name && wrong.has('bus') ? problemsId : undefined}
              onChange={() => onChange({ ...draft, bus: choice.name, device: undefined, fn: 0 })}
            />
            <span className="mono">{choice.name}</span>
            <small>{choice.refusal ? <Said message={choice.refusal} /> : where(choice)}</small>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const eight = [0, 1, 2, 3, 4, 5, 6, 7];

export function SlotField({ draft, onChange, wrong, problemsId, lowest }: FormProps & { lowest: string }) {
  const { t } = useWords();
  const board = useStore(sessionStore, (s) => s.machine.board);
  const held = heldSlots(board, draft.bus);
  const bridge = board.wires.find((w) => w.name === draft.bus)?.bridge ?? -1;
  const devices = board.parts[bridge]?.shape.below?.oneDevice ? 1 : 32;
  const text = (slot: string, devfn: number): string => {
    const who = held.get(devfn);
    return who === undefined ? slot : t('add.slot-held', { slot, who: who.path });
  };
  const invalid = wrong.has('addr');
  const told = { 'aria-invalid': invalid, 'aria-describedby': invalid ? problemsId : undefined };
  const values = draft.values;
  return (
    <div className="add-row">
      <span className="add-label">{t('add.slot')}</span>
      <div className="add-place">
        <select
          className="field add-input"
          aria-label={t('add.slot')}
          {...told}
          value={draft.device ?? ''}
          onChange={({ target: { value } }) =>
            onChange({ ...draft, device: value === '' ? undefined : Number(value), fn: 0 })
          }
        >
          <option value="">{t('add.slot-lowest', { slot: lowest })}</option>
          {Array.from({ length: devices }, (_, device) => (
            <option key={device} value={device}>
              {text(hex(device, 2), device << 3)}
            </option>
          ))}
        </select>
        {draft.device !== undefined && (
          <select
            className="field add-input add-function"
            aria-label={t('add.function')}
            {...told}
            value={draft.fn}
            onChange={(event) => onChange({ ...draft, fn: Number(event.target.value) })}
          >
            {eight.map((fn) => (
              <option key={fn} value={fn}>
                {`.${text(String(fn), ((draft.device ?? 0) << 3) | fn)}`}
              </option>
            ))}
          </select>
        )}
        <label className="check add-check">
          <input
            type="checkbox"
            checked={values['multifunction'] === 'on'}
            onChange={({ target }) =>
              onChange({ ...draft, values: { ...values, multifunction: target.checked ? 'on' : 'off' } })
            }
          />
          {t('add.multifunction')}
        </label>
      </div>
    </div>
  );
}
