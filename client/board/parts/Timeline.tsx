/** What happened when, in the order given. */
import type { ReactNode } from 'react';
import { DateText } from './DateText.tsx';

export interface TimelineItem {
  readonly key: string;
  /** A day or an instant. */
  readonly at: string;
  readonly title: ReactNode;
  readonly content?: ReactNode;
  /** No longer counts: corrected or taken back. */
  readonly isPast?: boolean;
  /** What can be done with it. */
  readonly actions?: ReactNode;
}

export interface TimelineProps {
  readonly label: string;
  readonly items: readonly TimelineItem[];
}

export function Timeline({ label, items }: TimelineProps) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map(({ key, at, title, content, isPast = false, actions }) => (
        <li key={key} className={isPast ? 'timeline__item timeline__item--past' : 'timeline__item'}>
          <p className="timeline__when kern-body kern-body--small kern-body--muted">
            <DateText value={at} weekday />
          </p>
          <p className="timeline__title kern-body kern-body--bold">{isPast ? <s>{title}</s> : title}</p>
          {content && <div className="kern-body">{content}</div>}
          {actions && <div className="timeline__actions">{actions}</div>}
        </li>
      ))}
    </ol>
  );
}
