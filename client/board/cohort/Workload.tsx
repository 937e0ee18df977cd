/** Who has how much to do: journeys against the room for them, and periods that are over. */
import type { CSSProperties, ReactNode } from 'react';
import { Link } from 'wouter';
import type { Cohort } from '../../web/api/schemasOfFigures.ts';
import { Badge } from '../parts/Badge.tsx';
import { Empty } from '../parts/Loading.tsx';
import { type Language, useLang } from '../parts/lang.tsx';
import { Table } from '../parts/Table.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { peoplePath } from './span.ts';

type Worker = NonNullable<Cohort['workers']>[number];

export function Workload({ workers }: { workers: readonly Worker[] }) {
  const language = useLang();
  const { t } = language;
  const sorted = workers.toSorted((a, b) => b.journeys - a.journeys);
  return (
    <ChartFrame
      title={t('cohortWorkload')}
      help={t('cohortWorkloadHelp')}
      chart={workers.length === 0 ? <Empty>{t('cohortNobody')}</Empty> : <Bars workers={sorted} />}
      table={
        <Table
          caption={t('cohortWorkload')}
          rows={sorted}
          rowKey={keyOf}
          columns={[
            { key: 'name', label: t('columnCaseWorker'), cell: (one) => nameOf(one, language), isHead: true },
            { key: 'journeys', label: t('cohortRunning'), cell: ({ journeys }) => journeys, numeric: true },
            {
              key: 'capacity',
              label: t('cohortRoom'),
              cell: ({ capacity }) => capacity ?? '–',
              numeric: true,
            },
            { key: 'overdue', label: t('cohortOverdue'), cell: ({ overdue }) => overdue, numeric: true },
          ]}
        />
      }
    />
  );
}

const keyOf = ({ id }: Worker): string => id ?? '';
const nameOf = ({ id, name }: Worker, { t }: Language): string => name ?? id ?? t('cohortNobodys');

function Bars({ workers }: { workers: readonly Worker[] }) {
  const most = Math.max(1, ...workers.map(({ journeys, capacity }) => Math.max(journeys, capacity ?? 0)));
  return (
    <ul className="bars">
      {workers.map((one) => (
        <li key={keyOf(one)} className="bars__bar bars__bar--wide kern-body kern-body--small">
          <Name one={one} />
          <Load one={one} most={most} />
          <Said one={one} />
        </li>
      ))}
    </ul>
  );
}

function Name({ one }: { one: Worker }) {
  const language = useLang();
  const name = nameOf(one, language);
  if (one.id === null || one.journeys === 0) return <span>{name}</span>;
  return (
    <Link href={peoplePath({ caseWorker: one.id })} className="kern-link">
      {name}
    </Link>
  );
}

/** The frame is the room there is; what goes beyond it is hatched. */
function Load({ one: { journeys, capacity }, most }: { one: Worker; most: number }) {
  const share = (count: number) => ({ '--share': count / most }) as CSSProperties;
  const within = capacity === null ? journeys : Math.min(journeys, capacity);
  return (
    <span className="load" aria-hidden="true">
      {capacity !== null && <span className="load__room" style={share(capacity)} />}
      <span className="load__within series series--3" style={share(within)} />
      {journeys > within && (
        <span className="load__beyond series series--4" style={share(journeys - within)} />
      )}
    </span>
  );
}

function Said({ one: { id, journeys, capacity, overdue } }: { one: Worker }): ReactNode {
  const { t } = useLang();
  const room = capacity === null ? t('cohortLoad', { journeys }) : t('cohortLoadOf', { journeys, capacity });
  const late = t(overdue === 1 ? 'cohortOverdueOne' : 'cohortOverdueMany', { overdue });
  return (
    <span className="bars__said">
      <strong>{room}</strong>
      {capacity !== null && journeys > capacity && <Badge look="warning">{t('cohortFull')}</Badge>}
      {overdue > 0 &&
        (id === null ? (
          late
        ) : (
          <Link href={peoplePath({ caseWorker: id, attention: 'overdue' })} className="kern-link">
            {late}
          </Link>
        ))}
    </span>
  );
}
