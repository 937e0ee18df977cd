/** Workflows and store held against each other: first only looked at, then closed where there are gaps. */

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Found } from '../../web/api/schemasOfOps.ts';
import { get, post } from '../api.ts';
import { ResultHeading } from '../office/ResultHeading.tsx';
import { Badge } from '../parts/Badge.tsx';
import { Button } from '../parts/Button.tsx';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Table } from '../parts/Table.tsx';
import type { WordKey } from '../words.ts';
import { Confirm } from './Confirm.tsx';
import { ChosenFields, everyJourney, idsIn } from './chosen.tsx';
import { Journey } from './Stuck.tsx';

type One = Found['journeys'][number];

export function Reconciliation() {
  const { t } = useLang();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(everyJourney);
  const [isAsking, setAsking] = useState(false);
  const ids = idsIn(chosen);
  const looking = useMutation({
    mutationFn: () => get<Found>('/api/reconcile', { journeys: ids.join(',') }),
    onMutate: () => closing.reset(),
  });
  const closing = useMutation({
    mutationFn: () => post<Found>('/api/reconcile', ids.length > 0 ? { journeys: ids } : {}),
    onSettled: () => {
      setAsking(false);
      void queries.invalidateQueries({ queryKey: ['lists'] });
    },
  });
  const found = closing.data ?? looking.data;
  const open = closing.data ? 0 : (looking.data?.figures.open ?? 0);
  return (
    <>
      <h2 className="kern-heading-medium">{t('opsBothSides')}</h2>
      <p className="kern-body lead">{t('opsReconcileHelp')}</p>
      <form
        className="event-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!looking.isPending) looking.mutate();
        }}
      >
        <ChosenFields id="reconcile" namedOnly chosen={chosen} onChange={setChosen} />
        <div className="form-actions">
          <Button type="submit" look="primary" busy={looking.isPending}>
            {t(looking.isPending ? 'opsBusy' : 'opsCompare')}
          </Button>
        </div>
      </form>
      {looking.error && <ProblemNote error={looking.error} />}
      {closing.error && <ProblemNote error={closing.error} />}
      {found && <Findings found={found} title={t(closing.data ? 'opsClosedResult' : 'opsCompared')} />}
      {open > 0 && (
        <p>
          <Button onClick={() => setAsking(true)}>{t('opsClose')}</Button>
        </p>
      )}
      {isAsking && (
        <Confirm
          title={t('opsClose')}
          text={t('opsCloseSure', { open })}
          action={t('opsClose')}
          isBusy={closing.isPending}
          onConfirm={() => closing.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

const figureWords = {
  journeys: 'opsFigure_journeys',
  same: 'opsSame',
  closed: 'opsClosed',
  open: 'opsOpen',
  notSent: 'opsNotSent',
} as const satisfies Record<keyof Found['figures'], WordKey>;

function Findings({ found: { figures, journeys }, title }: { found: Found; title: string }) {
  const { t } = useLang();
  const told = journeys.filter(({ found, skipped }) => found.kind !== 'same' || skipped.length > 0);
  const names = Object.keys(figureWords) as (keyof typeof figureWords)[];
  return (
    <section className="outcomes" aria-label={title}>
      <ResultHeading key={title}>{title}</ResultHeading>
      <dl className="figure-list kern-body">
        {names.map((name) => (
          <div key={name} className={figures[name] === 0 ? 'quiet' : undefined}>
            <dt>{t(figureWords[name])}</dt>
            <dd>{figures[name]}</dd>
          </div>
        ))}
      </dl>
      {told.length === 0 ? <Empty>{t('opsAllSame')}</Empty> : <Told told={told} title={title} />}
    </section>
  );
}

const kindWords = {
  same: 'opsKindSame',
  storeBehind: 'opsKindStoreBehind',
  workflowBehind: 'opsKindWorkflowBehind',
  workflowMissing: 'opsKindWorkflowMissing',
  unknown: 'opsKindUnknown',
  diverged: 'opsKindDiverged',
  chainBroken: 'opsKindChainBroken',
  silent: 'opsKindSilent',
} as const satisfies Record<One['found']['kind'], WordKey>;

function Told({ told, title }: { told: readonly One[]; title: string }) {
  const { t, say } = useLang();
  return (
    <Table
      caption={title}
      rows={told}
      rowKey={({ journey }) => journey}
      columns={[
        {
          key: 'journey',
          label: t('opsJourney'),
          cell: ({ journey }) => <Journey id={journey} />,
          isHead: true,
        },
        {
          key: 'found',
          label: t('opsFound'),
          cell: ({ found }) =>
            t(kindWords[found.kind]) +
            ('from' in found ? ` ${t('opsFromEntry', { entry: found.from })}` : ''),
        },
        {
          key: 'closed',
          label: t('columnAttention'),
          cell: ({ closed }) =>
            closed ? (
              <Badge look="success">{t('opsClosed')}</Badge>
            ) : (
              <Badge look="warning">{t('opsOpen')}</Badge>
            ),
        },
        {
          key: 'why',
          label: t('opsWhat'),
          cell: ({ found, reasons, skipped }) =>
            [
              ...('reasons' in found ? found.reasons : []).map(say),
              ...reasons.map(say),
              ...(skipped.length > 0 ? [t('opsSkipped', { keys: skipped.join(', ') })] : []),
            ].join(' '),
        },
      ]}
    />
  );
}
