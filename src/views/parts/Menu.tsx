/** A button that opens a list of things to do or to choose from. */
import type { JSX, ReactNode } from 'react';
import { Menu as List, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Pressable } from 'react-aria-components/Pressable';
import { Keys } from './Kbd.tsx';

export interface MenuEntry {
  readonly id: string;
  readonly title: string;
  /** A second, quieter line. */
  readonly note?: string | undefined;
  readonly keys?: string | undefined;
  /** Listed but not choosable; `note` then says why. */
  readonly disabled?: boolean;
  readonly run: () => void;
}

/** `children` is the button, an element that takes a ref. */
export function Menu(props: {
  label: string;
  entries: readonly MenuEntry[];
  placement?: 'bottom start' | 'bottom end';
  children: JSX.Element;
  footer?: ReactNode;
}) {
  return (
    <MenuTrigger>
      <Pressable>{props.children}</Pressable>
      <Popover className="popover" placement={props.placement ?? 'bottom start'} offset={4}>
        <List
          className="menu"
          aria-label={props.label}
          disabledKeys={props.entries.filter((e) => e.disabled === true).map((e) => e.id)}
          onAction={(key) => props.entries.find((e) => e.id === key)?.run()}
        >
          {props.entries.map((entry) => (
            <MenuItem key={entry.id} id={entry.id} className="menu-item" textValue={entry.title}>
              <span>{entry.title}</span>
              {entry.keys !== undefined && <Keys keys={entry.keys} />}
              {entry.note !== undefined && <span className="menu-note">{entry.note}</span>}
            </MenuItem>
          ))}
        </List>
        {props.footer}
      </Popover>
    </MenuTrigger>
  );
}
