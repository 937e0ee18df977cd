/** A table that becomes a list of cards where it would not fit. Each cell then says which column it is from. */
import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import { useLang } from './lang.tsx';

export interface Column<T, K extends string = string> {
  readonly key: K;
  readonly label: string;
  readonly cell: (row: T) => ReactNode;
  readonly numeric?: boolean;
  /** Names the row; the card's heading on a phone. One column of a table. */
  readonly isHead?: boolean;
  /** Can be sorted by. */
  readonly sortable?: boolean;
}

export interface Sorting<K extends string = string> {
  readonly by: K;
  readonly order: 'asc' | 'desc';
}

export interface TableProps<T, K extends string = string> {
  /** What the table lists; for screen readers unless `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  /** Fits on a phone as it is. */
  readonly isNarrow?: boolean;
  readonly columns: readonly Column<T, K>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T) => string;
  readonly sorting?: Sorting<K>;
  readonly onSort?: (sorting: Sorting<K>) => void;
}

export function Table<T, K extends string>(props: TableProps<T, K>) {
  const { caption, showCaption = false, isNarrow = false, columns, rows, rowKey, sorting, onSort } = props;
  return (
    <table className={`kern-table kern-table--small${isNarrow ? '' : ' cards-on-phone'}`}>
      <caption className={showCaption ? 'kern-title' : 'kern-sr-only'}>{caption}</caption>
      <thead className="kern-table__head">
        <tr className="kern-table__row">
          {columns.map((column) => (
            <Head key={column.key} column={column} sorting={sorting} onSort={onSort} />
          ))}
        </tr>
      </thead>
      <tbody className="kern-table__body">
        {rows.map((row) => (
          <tr key={rowKey(row)} className="kern-table__row">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface HeadProps<T, K extends string> {
  readonly column: Column<T, K>;
  readonly sorting: Sorting<K> | undefined;
  readonly onSort: ((sorting: Sorting<K>) => void) | undefined;
}

function Head<T, K extends string>({ column, sorting, onSort }: HeadProps<T, K>) {
  const { t } = useLang();
  const { key, label, numeric, sortable } = column;
  const className = `kern-table__header${numeric ? ' kern-table__header--numeric' : ''}`;
  if (!sortable || !onSort) {
    return (
      <th scope="col" className={className}>
        {label}
      </th>
    );
  }
  const order = sorting?.by === key ? sorting.order : undefined;
  const ariaSort = order === 'asc' ? 'ascending' : order === 'desc' ? 'descending' : 'none';
  return (
    <th scope="col" className={className} aria-sort={ariaSort}>
      <button
        type="button"
        className="sort-button"
        onClick={() => onSort({ by: key, order: order === 'asc' ? 'desc' : 'asc' })}
      >
        {label}
        {order && <Icon name={order === 'asc' ? 'up' : 'down'} small />}
        {order && (
          <span className="kern-sr-only">{t(order === 'asc' ? 'sortedAscending' : 'sortedDescending')}</span>
        )}
      </button>
    </th>
  );
}

function Cell<T, K extends string>({ column, row }: { column: Column<T, K>; row: T }) {
  const { label, cell, numeric, isHead } = column;
  const content = cell(row);
  if (isHead) {
    return (
      <th scope="row" className="kern-table__cell row-head">
        {content}
      </th>
    );
  }
  return (
    <td className={`kern-table__cell${numeric ? ' kern-table__cell--numeric' : ''}`} data-label={label}>
      {content}
    </td>
  );
}
