/** Buttons. One that cannot act stays reachable and says why. */
import { useId, type ComponentProps, type ReactNode } from 'react';
import { Icon, type IconName } from './icons.tsx';
import { useCommand, type CommandId } from './command.ts';
import { Keys } from './Kbd.tsx';
import { Tooltip } from './Tooltip.tsx';
import { useWords } from './use-words.ts';

export interface ButtonProps extends ComponentProps<'button'> {
  /** Plain words, a line around them, ink, or the accent. */
  readonly kind?: 'plain' | 'lined' | 'solid' | 'accent';
  /** Why it cannot act now; the button then does nothing. */
  readonly reason?: string | undefined;
}

export function Button({ kind = 'plain', reason, onClick, className, children, ...rest }: ButtonProps) {
  const id = useId();
  const isOff = reason !== undefined;
  return (
    <>
      <button
        type="button"
        {...(isOff ? { 'aria-describedby': id } : {})}
        {...rest}
        className={className === undefined ? 'button' : `button ${className}`}
        data-kind={kind}
        aria-disabled={isOff ? true : undefined}
        onClick={isOff ? undefined : onClick}
      >
        {children}
      </button>
      {isOff && (
        <span id={id} hidden>
          {reason}
        </span>
      )}
    </>
  );
}

export interface IconButtonProps extends ButtonProps {
  readonly icon: IconName;
  /** Its name: spoken, and shown on hover and focus. */
  readonly label: string;
  readonly tip?: ReactNode;
}

export function IconButton({ icon, label, tip, reason, ...rest }: IconButtonProps) {
  const { t } = useWords();
  return (
    <Tooltip tip={tip ?? (reason === undefined ? label : t('text.and-why', { text: label, why: reason }))}>
      <Button {...rest} reason={reason} aria-label={label} data-icon="">
        <Icon name={icon} />
      </Button>
    </Tooltip>
  );
}

/** A command as a picture; `label` and `icon` may follow its state (play, pause). */
export function CommandIcon(props: {
  id: CommandId;
  icon: IconName;
  kind?: NonNullable<ButtonProps['kind']>;
  label?: string;
}) {
  const { command, reason } = useCommand(props.id);
  const { t } = useWords();
  const label = props.label ?? t(command.title);
  return (
    <IconButton
      icon={props.icon}
      kind={props.kind ?? 'plain'}
      label={label}
      reason={reason === undefined ? undefined : t(reason)}
      tip={
        <>
          {reason === undefined ? label : t('text.and-why', { text: label, why: t(reason) })}
          {command.keys?.[0] !== undefined && <Keys keys={command.keys[0]} />}
        </>
      }
      onClick={command.run}
    />
  );
}

/** A command as a word. */
export function CommandButton({
  id,
  kind = 'plain',
}: {
  id: CommandId;
  kind?: NonNullable<ButtonProps['kind']>;
}) {
  const { command, reason } = useCommand(id);
  const { t } = useWords();
  const button = (
    <Button kind={kind} reason={reason === undefined ? undefined : t(reason)} onClick={command.run}>
      {t(command.title)}
    </Button>
  );
  return reason === undefined ? button : <Tooltip tip={t(reason)}>{button}</Tooltip>;
}
