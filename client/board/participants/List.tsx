/** A page of the list: who, where they stand, what is next; several may be chosen. */
import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import type { Card, Cards } from '../../web/api/schemas.ts';
import { journeyPath } from '../areas.ts';
import { AttentionBadge } from '../parts/Badge.tsx';
import { Button } from '../parts/Button.tsx';
import { DateText } from '../parts/DateText.tsx';
import { Check } from '../parts/Field.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { PhaseText } from '../parts/PhaseText.tsx';
import { useMe } from '../parts/session.tsx';
import { type Column, Table } from '../parts/Table.tsx';
import { type Filter, isNarrowed, pageSize, type Sort } from './address.ts';
import type { Chosen } from './chosen.ts';
import { twinsAmong } from './twins.ts';

export interface ListProps {
  readonly cards: Cards;
  readonly filter: Filter;
  readonly onChange: (change: Partial<Filter>) => void;
  /** Missing where nobody may be chosen. */
  readonly chosen?: Chosen | undefined;
}

export function List({ cards: { items, total }, filter, onChange, chosen }: ListProps) {
  const { t } = useLang();
  const columns = useColumns(items, chosen);
  if (total === 0) return <Empty>{t(isNarrowed(filter) ? 'participantsNoMatch' : 'participantsNone')}</Empty>;
  return (
    <>
      <div className="list-head">
        <p className="kern-body kern-body--muted" role="status">
          {t('participantsFound', { total })}
        </p>
        {chosen && <WholePage items={items} chosen={chosen} />}
      </div>
      <div className={`people-list${chosen ? ' people-list--choosing' : ''}`}>
        <Table
          caption={t('participants')}
          columns={columns}
          rows={items}
          rowKey={({ id }) => id}
          sorting={{ by: filter.sort, order: filter.order }}
          onSort={({ by, order }) => onChange({ sort: by as Sort, order })}
        />
      </div>
      <Pages total={total} page={filter.page} onChange={(page) => onChange({ page })} />
    </>
  );
}

function useColumns(
  items: readonly Card[],
  chosen: Chosen | undefined,
): Column<Card, Sort | 'company' | 'select'>[] {
  const { t } = useLang();
  const me = useMe();
  const twins = twinsAmong(items);
  // Where all are one's own, nobody needs to be told so in every row.
  const isMixed = items.some(({ caseWorker }) => caseWorker?.id !== me?.person);
  const worker = column('caseWorker', t('columnCaseWorker'), ({ caseWorker }) =>
    caseWorker ? (caseWorker.name ?? caseWorker.id) : t('nobody'),
  );
  return [
    ...(chosen ? [selection(chosen, t('columnSelect'))] : []),
    column(
      'name',
      t('columnParticipant'),
      (card) => <Name card={card} isTwin={card.name !== null && twins.has(card.name)} />,
      true,
    ),
    column('phase', t('columnPhase'), ({ phase }) => <PhaseText phase={phase} />),
    column('attention', t('columnAttention'), ({ attention }) => <AttentionBadge attention={attention} />),
    column('nextDeadline', t('columnNext'), (card) => <Next card={card} />),
    ...(isMixed ? [worker] : []),
    {
      key: 'company',
      label: t('columnCompany'),
      cell: ({ company }) => company && (company.name ?? company.id),
    },
  ];
}

const column = (key: Sort, label: string, cell: (card: Card) => ReactNode, isHead = false) => ({
  ...{ key, label, cell, isHead, sortable: true },
});

const selection = (chosen: Chosen, label: string): Column<Card, 'select'> => ({
  ...{ key: 'select', label },
  cell: (card) => <ChooseOne card={card} chosen={chosen} />,
});

const Name = ({ card: { id, name }, isTwin }: { card: Card; isTwin: boolean }) => (
  <>
    <Link href={journeyPath(id)} className="kern-link">
      {name ?? id}
    </Link>
    {isTwin && <span className="list-id">{id}</span>}
  </>
);

function Next({ card: { next } }: { card: Card }) {
  const { say } = useLang();
  if (!next) return null;
  return (
    <>
      {say(next.label)}, <DateText value={next.dueOn} />
    </>
  );
}

function ChooseOne({ card, chosen }: { card: Card; chosen: Chosen }) {
  const { t } = useLang();
  return (
    <span className="kern-form-check choose-one">
      <input
        type="checkbox"
        className="kern-form-check__checkbox"
        aria-label={t('selectOne', { name: card.name ?? card.id })}
        checked={chosen.has(card.id)}
        onChange={({ target }) => chosen.set([card], target.checked)}
      />
    </span>
  );
}

function WholePage({ items, chosen }: { items: readonly Card[]; chosen: Chosen }) {
  const { t } = useLang();
  const id = useId();
  return (
    <Check
      id={id}
      type="checkbox"
      label={t('selectPage')}
      checked={items.every((card) => chosen.has(card.id))}
      onChange={(isChosen) => chosen.set(items, isChosen)}
    />
  );
}

function Pages({ total, page, onChange }: { total: number; page: number; onChange: (page: number) => void }) {
  const { t } = useLang();
  const last = Math.max(1, Math.ceil(total / pageSize));
  if (last === 1 && page === 1) return null;
  const [from, to] = [(page - 1) * pageSize + 1, Math.min(page * pageSize, total)];
  return (
    <nav className="pages" aria-label={t('participantsPages')}>
      <Button icon="previous" disabled={page <= 1} onClick={() => onChange(Math.min(page - 1, last))}>
        {t('participantsPrevious')}
      </Button>
      <span className="kern-body">{t('participantsRange', { from: Math.min(from, to), to, total })}</span>
      <Button icon="next" disabled={page >= last} onClick={() => onChange(page + 1)}>
        {t('participantsNext')}
      </Button>
    </nav>
  );
}
