/** Counts side by side as bars, with their numbers beside them. What is hidden has no length, only its word. */
import type { CSSProperties, ReactNode } from 'react';
import type { CountTable } from '../../web/api/schemasOfFigures.ts';
import { Empty } from '../parts/Loading.tsx';
import { useLang } from '../parts/lang.tsx';
import { Table } from '../parts/Table.tsx';
import { ChartFrame } from './ChartFrame.tsx';
import { figureText, isHidden, known } from './figures.ts';

type Row = CountTable['rows'][number];

export interface FigureBarsProps {
  readonly title: string;
  readonly help: string;
  /** Said where all are nought. */
  readonly none: string;
  readonly table: CountTable;
  readonly linked?: (row: Row) => ReactNode;
}

export function FigureBars({ title, help, none, table, linked }: FigureBarsProps) {
  const { t, say } = useLang();
  const { rows, total } = table;
  const all = [...rows, { key: 'total', label: undefined, figure: total }];
  return (
    <ChartFrame
      title={title}
      help={help}
      chart={total === 0 ? <Empty>{none}</Empty> : <Bars rows={rows} linked={linked} />}
      table={
        <Table
          caption={title}
          isNarrow
          rows={all}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'group',
              label: t('chartGroup'),
              cell: ({ label }) => (label ? say(label) : t('cohortTotal')),
              isHead: true,
            },
            {
              key: 'figure',
              label: t('chartValue'),
              cell: ({ figure }) => figureText(figure),
              numeric: true,
            },
          ]}
        />
      }
    />
  );
}

function Bars({ rows, linked }: { rows: readonly Row[]; linked: FigureBarsProps['linked'] }) {
  const { say } = useLang();
  const most = Math.max(1, ...rows.map(({ figure }) => known(figure)));
  return (
    <ul className="bars">
      {rows.map((row) => (
        <li key={row.key} className="bars__bar kern-body kern-body--small">
          <span>{(row.figure !== 0 && linked?.(row)) || say(row.label)}</span>
          <span
            className={`bars__line series ${isHidden(row.figure) ? 'series--hidden' : 'series--3'}`}
            style={{ '--share': known(row.figure) / most } as CSSProperties}
            aria-hidden="true"
          />
          <strong>{figureText(row.figure)}</strong>
        </li>
      ))}
    </ul>
  );
}
