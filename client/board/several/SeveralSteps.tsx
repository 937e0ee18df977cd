/** Two steps that whatever is entered for several journeys goes through: what each would answer, and what each has answered. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { Outcome } from '../../web/api/schemas.ts';
import type { ChosenCard } from '../participants/chosen.ts';
import { twinsAmong } from '../participants/twins.ts';
import { Badge } from '../parts/Badge.tsx';
import { useLang } from '../parts/lang.tsx';
import { Table } from '../parts/Table.tsx';
import type { Checked } from './several.ts';

/** What a step has come to. It takes the focus, so that reading goes on where the dialog has changed. */
function Lead({ children }: { children: ReactNode }) {
  const lead = useRef<HTMLParagraphElement>(null);
  useEffect(() => lead.current?.focus(), []);
  return (
    <p ref={lead} tabIndex={-1} className="kern-body">
      <strong>{children}</strong>
    </p>
  );
}

/** What would happen to each, before anything does. */
export function CheckedTable({ checked }: { checked: readonly Checked[] }) {
  const { t } = useLang();
  const twins = twinsAmong(checked.map(({ card }) => card));
  const possible = checked.filter(({ preview }) => preview).length;
  return (
    <>
      <Lead>{t('bulkLead', { possible, count: checked.length })}</Lead>
      <Table
        caption={t('bulkOutcome')}
        // Whoever cannot follow is seen first.
        rows={checked.toSorted((a, b) => Number(a.preview !== undefined) - Number(b.preview !== undefined))}
        rowKey={({ card }) => card.id}
        columns={[
          {
            ...{ key: 'who', label: t('columnParticipant'), isHead: true },
            cell: ({ card }) => <Who {...card} twins={twins} />,
          },
          { key: 'what', label: t('bulkOutcome'), cell: (one) => <Prospect checked={one} /> },
        ]}
      />
    </>
  );
}

function Prospect({ checked: { preview, reasons } }: { checked: Checked }) {
  const { t, say } = useLang();
  if (!preview) {
    return (
      <>
        <Badge look="danger">{t('bulkRefused')}</Badge> {reasons.map(say).join(' ')}
      </>
    );
  }
  const { changes, difference } = preview;
  const count = (...ops: string[]): number => changes.filter(({ op }) => ops.includes(op)).length;
  const moved = difference.gained.length + difference.moved.length + difference.lost.length;
  const texts = [
    ...[{ word: 'bulkMade', count: count('make', 'amend') } as const],
    ...[{ word: 'bulkWithdrawn', count: count('withdraw') } as const],
    ...[{ word: 'bulkDeadlines', count: moved } as const],
  ].flatMap((one) => (one.count > 0 ? [t(one.word, { count: one.count })] : []));
  return (
    <>
      <Badge look="success">{t('bulkPossible')}</Badge> {texts.length > 0 ? texts.join(', ') : t('bulkQuiet')}
    </>
  );
}

/** What each has answered. */
export function OutcomeTable({ outcomes }: { outcomes: readonly Outcome[] }) {
  const { t, say } = useLang();
  const twins = twinsAmong(outcomes.map(({ journey: id, name }) => ({ id, name })));
  const done = outcomes.filter((one) => one.done).length;
  return (
    <>
      <Lead>
        {t('bulkResult', { done, count: outcomes.length })}
        {done < outcomes.length && ` ${t('bulkStaySelected')}`}
      </Lead>
      <Table
        caption={t('bulkOutcome')}
        rows={outcomes.toSorted((a, b) => Number(a.done) - Number(b.done))}
        rowKey={({ journey }) => journey}
        columns={[
          {
            ...{ key: 'who', label: t('columnParticipant'), isHead: true },
            cell: ({ journey, name }) => <Who id={journey} name={name} twins={twins} />,
          },
          {
            ...{ key: 'what', label: t('bulkOutcome') },
            cell: ({ done: isDone, reasons }) => (
              <>
                <Badge look={isDone ? 'success' : 'danger'}>{t(isDone ? 'bulkDone' : 'bulkFailed')}</Badge>{' '}
                {reasons.map(say).join(' ')}
              </>
            ),
          },
        ]}
      />
    </>
  );
}

const Who = ({ id, name, twins }: ChosenCard & { twins: ReadonlySet<string> }) => (
  <>
    {name ?? id}
    {name !== null && twins.has(name) && <span className="list-id">{id}</span>}
  </>
);
