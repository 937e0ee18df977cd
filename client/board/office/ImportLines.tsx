/** Where each line of a cohort file would stand, or stands, and what is due next. */

import { Link } from 'wouter';
import type { Imported } from '../../web/api/schemasOfCohortFiles.ts';
import { journeyPath } from '../areas.ts';
import { Badge } from '../parts/Badge.tsx';
import { DateText } from '../parts/DateText.tsx';
import { useLang } from '../parts/lang.tsx';
import { PhaseText } from '../parts/PhaseText.tsx';
import { Table } from '../parts/Table.tsx';
import { ResultHeading } from './ResultHeading.tsx';

type Line = Imported['lines'][number];

export function ImportLines({ title, imported }: { title: string; imported: Imported }) {
  const { t } = useLang();
  const { lines, known, dryRun } = imported;
  return (
    <section className="outcomes" aria-label={title}>
      <ResultHeading key={title}>{title}</ResultHeading>
      <p className="kern-body lead">{t('filesKnown', { lines: lines.length, known })}</p>
      <Table
        caption={title}
        rows={lines}
        rowKey={({ line }) => String(line)}
        columns={[
          { key: 'line', label: t('filesLine'), cell: ({ line }) => line },
          {
            key: 'journey',
            label: t('findId'),
            isHead: true,
            cell: ({ journey, isKnown }) =>
              dryRun && !isKnown ? (
                journey
              ) : (
                <Link href={journeyPath(journey)} className="kern-link">
                  {journey}
                </Link>
              ),
          },
          { key: 'phase', label: t('columnPhase'), cell: ({ phase }) => <PhaseText phase={phase} /> },
          { key: 'next', label: t('columnNext'), cell: (line) => <Next line={line} /> },
          {
            key: 'new',
            label: t('columnAttention'),
            cell: ({ isKnown }) =>
              isKnown ? <span className="quiet">{t('filesIsKnown')}</span> : t('filesIsNew'),
          },
        ]}
      />
    </section>
  );
}

function Next({ line: { next, overdue, meetingDueSince } }: { line: Line }) {
  const { t, say } = useLang();
  const [first] = next;
  return (
    <span className="standing">
      {overdue.length > 0 && (
        <Badge look="danger">
          {t('filesOverdue')} {overdue.map(({ label }) => say(label)).join(', ')}
        </Badge>
      )}
      {first && (
        <span>
          {say(first.label)}: <DateText value={first.dueOn} />
        </span>
      )}
      {meetingDueSince && (
        <span>
          {t('filesMeeting')} <DateText value={meetingDueSince} />
        </span>
      )}
    </span>
  );
}
