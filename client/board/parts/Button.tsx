/** A button, and a link that looks like one. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link } from 'wouter';
import { Icon, type IconName } from './Icon.tsx';

const looks = {
  primary: 'kern-btn kern-btn--primary',
  secondary: 'kern-btn kern-btn--secondary',
  tertiary: 'kern-btn kern-btn--tertiary',
} as const;

interface Look {
  look?: keyof typeof looks;
  icon?: IconName;
  children: ReactNode;
}

export interface ButtonProps
  extends Look,
    Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'className'> {
  /** Waits for an answer: it stays where it is and can be read, but not pressed again. */
  busy?: boolean;
}

export function Button({
  look = 'secondary',
  icon,
  busy = false,
  children,
  onClick,
  type,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type ?? 'button'}
      className={looks[look]}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </button>
  );
}

export interface ButtonLinkProps extends Look {
  to: string;
}

export function ButtonLink({ look = 'secondary', icon, children, to }: ButtonLinkProps) {
  return (
    <Link href={to} className={looks[look]}>
      {icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </Link>
  );
}
