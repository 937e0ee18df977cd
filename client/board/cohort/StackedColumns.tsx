/** How a whole is divided, month by month: columns for the eye, told apart by pattern too, and a table with every number. */
import type { CSSProperties, ReactNode } from 'react';
import type { CountTable } from '../../web/api/schemasOfFigures.ts';
import { dayText, monthText } from '../parts/dates.ts';
import { useLang } from '../parts/lang.tsx';
import { Table } from '../parts/Table.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { figureText, hiddenRest, known } from './figures.ts';
import { spaced } from './span.ts';

export interface Column extends CountTable {
  /** The day it is of. */
  readonly on: string;
}

export interface StackedColumnsProps {
  readonly title: string;
  readonly help: string;
  readonly columns: readonly Column[];
  /** What a row of the last column leads to. */
  readonly linked?: (row: CountTable['rows'][number]) => ReactNode;
}

const mostColumns = 12;

export function StackedColumns({ title, help, columns, linked }: StackedColumnsProps) {
  const { t } = useLang();
  const last = columns.at(-1);
  if (!last) return null;
  const shown = spaced(columns, mostColumns);
  const left = columns.length > shown.length ? ` ${t('cohortLeftOut')}` : '';
  return (
    <ChartFrame
      title={title}
      help={help + left}
      chart={
        <figure className="columns">
          <Columns title={title} columns={shown} />
          <Legend column={last} linked={linked} />
        </figure>
      }
      table={<Numbers title={title} columns={columns} />}
    />
  );
}

function Columns({ title, columns }: { title: string; columns: readonly Column[] }) {
  const { t, lang } = useLang();
  const most = Math.max(1, ...columns.map(heightOf));
  const [first, last] = [columns[0], columns.at(-1)];
  const name = t('cohortColumnsName', {
    title,
    from: first ? monthText(first.on, lang) : '',
    to: last ? monthText(last.on, lang) : '',
    total: last ? figureText(last.total) : '',
  });
  return (
    <div className="columns__plot" role="img" aria-label={name}>
      {columns.map((column) => (
        <div key={column.on} className="columns__column">
          <strong className="kern-body kern-body--small">{figureText(column.total)}</strong>
          <Stack column={column} most={most} />
          <span className="columns__month">{monthText(column.on, lang).slice(0, 3)}</span>
          <span className="columns__year">{isYearShown(column, first) ? column.on.slice(2, 4) : ''}</span>
        </div>
      ))}
    </div>
  );
}

/** Of hidden numbers no more is drawn than what the total says of them all together. */
function Stack({ column, most }: { column: Column; most: number }) {
  const share = (count: number) => ({ '--share': count / most }) as CSSProperties;
  return (
    <div className="columns__stack">
      {column.rows.map(({ key, figure }, at) =>
        known(figure) === 0 ? null : (
          <span key={key} className={`columns__part series series--${at}`} style={share(known(figure))} />
        ),
      )}
      {hiddenRest(column) > 0 && (
        <span className="columns__part series series--hidden" style={share(hiddenRest(column))} />
      )}
    </div>
  );
}

const heightOf = (column: Column): number =>
  column.rows.reduce((sum, { figure }) => sum + known(figure), hiddenRest(column));

const isYearShown = ({ on }: Column, first: Column | undefined): boolean =>
  on === first?.on || on.slice(5, 7) === '01';

function Legend({ column, linked }: { column: Column; linked: StackedColumnsProps['linked'] }) {
  const { t, say, lang } = useLang();
  return (
    <figcaption className="kern-body kern-body--small">
      {t('cohortOn', { day: dayText(column.on, lang) })}
      <ul className="legend">
        {column.rows.map((row, at) => (
          <li key={row.key}>
            <span className={`legend__swatch series series--${at}`} aria-hidden="true" />
            {linked?.(row) ?? say(row.label)} <strong>{figureText(row.figure)}</strong>
          </li>
        ))}
        {hiddenRest(column) > 0 && (
          <li>
            <span className="legend__swatch series series--hidden" aria-hidden="true" />
            {t('cohortHiddenTogether')} <strong>{hiddenRest(column)}</strong>
          </li>
        )}
      </ul>
    </figcaption>
  );
}

function Numbers({ title, columns }: { title: string; columns: readonly Column[] }) {
  const { t, say, lang } = useLang();
  const rows = columns[0]?.rows ?? [];
  return (
    <Table
      caption={title}
      rows={columns}
      rowKey={({ on }) => on}
      columns={[
        { key: 'on', label: t('cohortDay'), cell: ({ on }: Column) => dayText(on, lang), isHead: true },
        ...rows.map(({ key, label }, at) => ({
          key,
          label: say(label),
          cell: (column: Column) => figureText(column.rows[at]?.figure ?? 0),
          numeric: true,
        })),
        {
          key: 'total',
          label: t('cohortTotal'),
          cell: ({ total }: Column) => <strong>{figureText(total)}</strong>,
          numeric: true,
        },
      ]}
    />
  );
}
