/** What frames a chart: its heading, what it shows in words, and the same as a table for whoever wants the numbers. */
import { type ReactNode, useId, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { useLang } from '../parts/lang.tsx';
import '../styles/cohort.css';

export interface ChartFrameProps {
  readonly title: string;
  readonly help?: ReactNode;
  readonly chart: ReactNode;
  readonly table: ReactNode;
}

export function ChartFrame({ title, help, chart, table }: ChartFrameProps) {
  const { t } = useLang();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section className="chart" aria-labelledby={id}>
      <div className="chart__head">
        <h2 id={id} className="kern-heading-small">
          {title}
        </h2>
        <Button look="tertiary" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t('asTable')}
          <span className="kern-sr-only">: {title}</span>
        </Button>
      </div>
      {help && <p className="kern-body kern-body--small kern-body--muted">{help}</p>}
      {asTable ? table : chart}
    </section>
  );
}
