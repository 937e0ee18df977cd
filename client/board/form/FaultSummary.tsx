/** What has to be put right, on top of the form, each leading to its field. It takes the focus when it appears. */
import { useEffect, useRef } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';

export interface FaultLine {
  /** The element to go to; none where no field is at fault. */
  readonly id?: string | undefined;
  readonly text: string;
}

export interface FaultSummaryProps {
  readonly title: string;
  readonly lines: readonly FaultLine[];
  /** Changes with each attempt: the focus comes back even where the faults are the same. */
  readonly attempt: number;
}

export function FaultSummary({ title, lines, attempt }: FaultSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt brings the focus here.
  useEffect(() => {
    box.current?.focus();
  }, [attempt]);
  const { t } = useLang();
  return (
    <div className="kern-alert kern-alert--danger" role="alert" ref={box} tabIndex={-1}>
      <div className="kern-alert__header">
        <Icon name="danger" />
        <span className="kern-title">{title === '' ? t('faultsTitle') : title}</span>
      </div>
      <div className="kern-alert__body">
        <ul className="fault-list">
          {lines.map(({ id, text }) => (
            <li key={`${id ?? ''} ${text}`} className="kern-body">
              {id ? <FaultLink id={id}>{text}</FaultLink> : text}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function FaultLink({ id, children }: { id: string; children: string }) {
  return (
    <a
      href={`#${id}`}
      className="kern-link"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(id)?.focus();
      }}
    >
      {children}
    </a>
  );
}
