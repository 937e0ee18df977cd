/** How many each case worker looks after, by phase; every number leads to the list of them. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Counts } from '../../web/api/schemas.ts';
import { get } from '../api.ts';
import { Answer } from '../parts/Answer.tsx';
import { Button } from '../parts/Button.tsx';
import { useLang } from '../parts/lang.tsx';
import { phaseWords } from '../parts/names.ts';
import { type Column, Table } from '../parts/Table.tsx';
import { keys } from '../queries.ts';
import { listPath } from './address.ts';

type Worker = Counts['workers'][number];

export function ByWorker({ onHandOver }: { onHandOver: (worker: string) => void }) {
  const { t } = useLang();
  const query = useQuery({
    queryKey: keys.lists('counts'),
    queryFn: ({ signal }) => get<Counts>('/api/journeys/counts', {}, signal),
  });
  const name = ({ id, name: called }: Worker): string => called ?? id ?? t('participantsNobodys');
  const columns: Column<Worker>[] = [
    { key: 'worker', label: t('columnCaseWorker'), cell: name, isHead: true },
    ...Object.entries(phaseWords).map(([phase, word]) => ({
      ...{ key: phase, label: t(word), numeric: true },
      cell: (worker: Worker) => (
        <Count worker={worker} count={worker.phases[phase] ?? 0} phase={phase} about={t(word)} />
      ),
    })),
    {
      ...{ key: 'total', label: t('participantsTotal'), numeric: true },
      cell: (worker) => (
        <Count worker={worker} count={worker.total} phase="all" about={t('participantsTotal')} />
      ),
    },
    {
      key: 'handover',
      label: t('handoverWhole'),
      cell: (worker) => <HandOver worker={worker} onHandOver={onHandOver} />,
    },
  ];
  return (
    <Answer query={query}>
      {({ workers }) => (
        <div className="wide-table">
          <Table
            caption={t('participantsByWorker')}
            columns={columns}
            rows={workers}
            rowKey={({ id }) => id ?? ''}
          />
        </div>
      )}
    </Answer>
  );
}

interface CountProps {
  readonly worker: Worker;
  readonly count: number;
  readonly phase: string;
  readonly about: string;
}

function Count({ worker: { id, name }, count, phase, about }: CountProps) {
  if (count === 0 || id === null) return <>{count}</>;
  return (
    <Link href={listPath({ caseWorker: id, phase })} className="kern-link">
      {count}
      <span className="kern-sr-only">
        {' '}
        – {name ?? id}, {about}
      </span>
    </Link>
  );
}

function HandOver({
  worker: { id, name, total, phases },
  onHandOver,
}: {
  worker: Worker;
  onHandOver: (worker: string) => void;
}) {
  const { t } = useLang();
  if (id === null || total === (phases.closed ?? 0)) return null;
  return (
    <Button look="tertiary" onClick={() => onHandOver(id)}>
      {t('bulkHandover')}
      <span className="kern-sr-only">: {name ?? id}</span>
    </Button>
  );
}
