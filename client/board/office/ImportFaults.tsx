/** What is wrong with a cohort file, by line and column; anything else that went wrong as everywhere. */
import { problemIn } from '../api.ts';
import { Icon } from '../parts/Icon.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Table } from '../parts/Table.tsx';

/** `csv.3.site`: the line and the column at fault. */
const placePattern = /^csv(?:\.(\d+))?(?:\.(.+))?$/;

/** The line has a column of its own; the file's column is named as the file names it. Pure. */
const withoutLine = (text: string): string => text.replace(/^(Zeile|line) \d+, /, '');

export function ImportFaults({ error }: { error: unknown }) {
  const { t, say } = useLang();
  const { title, reasons } = problemIn(error);
  const [first] = reasons;
  const placed = reasons.flatMap((reason) => {
    const place = placePattern.exec(reason.field ?? '');
    return place ? [{ ...reason, line: place[1] ?? '', column: place[2] ?? '' }] : [];
  });
  if (placed.length === 0) return <ProblemNote error={error} />;
  return (
    <div className="outcomes">
      <div className="kern-alert kern-alert--danger" role="alert">
        <div className="kern-alert__header">
          <Icon name="danger" />
          <span className="kern-title">{first && !first.field ? say(first) : title}</span>
        </div>
        <div className="kern-alert__body">
          <p className="kern-body lead">{t('filesMend')}</p>
        </div>
      </div>
      <Table
        caption={t('filesFaults')}
        rows={placed}
        rowKey={({ line, column, code, de }) => `${line} ${column} ${code} ${de}`}
        columns={[
          { key: 'line', label: t('filesLine'), cell: ({ line }) => line, isHead: true },
          { key: 'what', label: t('columnWhat'), cell: (reason) => withoutLine(say(reason)) },
        ]}
      />
    </div>
  );
}
