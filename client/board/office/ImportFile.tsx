/** Brings a cohort in from a spreadsheet: first only looked at, line by line, then begun, all or nothing. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { Imported } from '../../web/api/schemasOfCohortFiles.ts';
import { post } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { Field } from '../parts/Field.tsx';
import { useLang } from '../parts/lang.tsx';
import { ImportFaults } from './ImportFaults.tsx';
import { ImportLines } from './ImportLines.tsx';
import { readCsv } from './readCsv.ts';

interface Chosen {
  readonly name: string;
  readonly csv: string;
}

export function ImportFile() {
  const { t } = useLang();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<Chosen>();
  const [isAsked, setAsked] = useState(false);
  const trial = useMutation({
    mutationFn: ({ csv }: Chosen) => post<Imported>('/api/import?dryRun=true', { csv }),
  });
  const bringing = useMutation({
    mutationFn: ({ csv }: Chosen) => post<Imported>('/api/import', { csv }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['lists'] }),
  });
  const choose = async (file: File | undefined): Promise<void> => {
    trial.reset();
    bringing.reset();
    setChosen(file && { name: file.name, csv: await readCsv(file) });
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (chosen && !trial.isPending) trial.mutate(chosen);
  };
  const fresh = trial.data?.lines.filter(({ isKnown }) => !isKnown).length ?? 0;
  return (
    <section aria-labelledby="import">
      <h2 id="import" className="kern-heading-medium">
        {t('filesImport')}
      </h2>
      <p className="kern-body lead">{t('filesImportHelp')}</p>
      <form className="event-form" noValidate onSubmit={onSubmit}>
        <FileField error={isAsked && !chosen ? t('filesNoFile') : undefined} onChoose={choose} />
        <div className="form-actions">
          <Button type="submit" look="primary" busy={trial.isPending}>
            {t(trial.isPending ? 'opsBusy' : 'filesTry')}
          </Button>
        </div>
      </form>
      {trial.error && <ImportFaults error={trial.error} />}
      {trial.data && !bringing.data && (
        <ImportLines title={t('filesTried', fileGaps(chosen))} imported={trial.data} />
      )}
      {trial.data && !bringing.data && chosen && (
        <p>
          <Button
            look="primary"
            busy={bringing.isPending || fresh === 0}
            onClick={() => bringing.mutate(chosen)}
          >
            {bringing.isPending ? t('opsBusy') : t('filesBegin', { count: fresh })}
          </Button>
        </p>
      )}
      {bringing.error && <ImportFaults error={bringing.error} />}
      {bringing.data && (
        <ImportLines title={t('filesBegun', { count: bringing.data.started })} imported={bringing.data} />
      )}
    </section>
  );
}

const fileGaps = (chosen: Chosen | undefined) => ({ file: chosen?.name ?? '' });

interface FileFieldProps {
  readonly error: string | undefined;
  readonly onChoose: (file: File | undefined) => Promise<void>;
}

function FileField({ error, onChoose }: FileFieldProps) {
  const { t } = useLang();
  return (
    <Field id="cohort-file" label={t('filesFile')} help={t('filesFileHelp')} error={error} required>
      {(ties) => (
        <input
          {...ties}
          type="file"
          accept=".csv,text/csv"
          className="kern-form-input__input file-input"
          onChange={({ target }) => void onChoose(target.files?.[0])}
        />
      )}
    </Field>
  );
}
