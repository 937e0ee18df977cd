/** Looking for something in a long list. */
import { useId } from 'react';
import { TextField } from '../parts/inputs.tsx';

export interface SearchProps {
  readonly label: string;
  readonly word: string;
  readonly onSearch: (word: string) => void;
}

export function Search({ label, word, onSearch }: SearchProps) {
  const id = useId();
  return (
    <search className="search">
      <TextField id={id} label={label} required type="search" value={word} onChange={onSearch} />
    </search>
  );
}
