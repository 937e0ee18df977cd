/** How much a journey asks for, by sign, word and colour; and a badge for anything else. */
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { useLang } from './lang.tsx';
import { type Attention, attentionLooks } from './names.ts';

const looks = {
  info: 'kern-badge kern-badge--info',
  success: 'kern-badge kern-badge--success',
  warning: 'kern-badge kern-badge--warning',
  danger: 'kern-badge kern-badge--danger',
} as const;

export interface BadgeProps {
  readonly look?: keyof typeof looks;
  readonly icon?: IconName;
  readonly children: ReactNode;
}

export function Badge({ look = 'info', icon, children }: BadgeProps) {
  return (
    <span className={looks[look]}>
      <Icon name={icon ?? look} />
      <span className="kern-label kern-label--small">{children}</span>
    </span>
  );
}

export function AttentionBadge({ attention }: { attention: Attention }) {
  const { t } = useLang();
  const { word, icon, look } = attentionLooks[attention];
  // Where nothing waits, nothing shall draw the eye.
  if (attention === 'none') return <span className="quiet">{t(word)}</span>;
  return (
    <Badge look={look} icon={icon}>
      {t(word)}
    </Badge>
  );
}
