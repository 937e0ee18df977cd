/** Bars for the eye, and the same as a table for whoever wants the numbers. */
import { type CSSProperties, useState } from 'react';
import { Button } from './Button.tsx';
import { useLang } from './lang.tsx';
import { Table } from './Table.tsx';

export interface Bar {
  readonly key: string;
  readonly label: string;
  /** Nothing where the number is withheld, so that it names nobody. */
  readonly value: number | null;
}

export interface BarChartProps {
  readonly title: string;
  readonly bars: readonly Bar[];
  /** Shown in place of a withheld number. */
  readonly withheld?: string;
}

export function BarChart({ title, bars, withheld = '–' }: BarChartProps) {
  const { t } = useLang();
  const [asTable, setAsTable] = useState(false);
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const numberOf = ({ value }: Bar): string => (value === null ? withheld : String(value));
  return (
    <section className="bar-chart">
      <div className="bar-chart__head">
        <h2 className="kern-heading-small">{title}</h2>
        <Button look="tertiary" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t('asTable')}
        </Button>
      </div>
      {asTable ? (
        <Table
          caption={title}
          rows={bars}
          rowKey={({ key }) => key}
          columns={[
            { key: 'group', label: t('chartGroup'), cell: ({ label }) => label, isHead: true },
            { key: 'value', label: t('chartValue'), cell: numberOf, numeric: true },
          ]}
        />
      ) : (
        <ul className="bar-chart__bars">
          {bars.map((bar) => (
            <li key={bar.key} className="bar-chart__bar kern-body kern-body--small">
              <span>{bar.label}</span>
              <span
                className="bar-chart__line"
                style={{ '--share': (bar.value ?? 0) / most } as CSSProperties}
                aria-hidden="true"
              />
              <strong>{numberOf(bar)}</strong>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
