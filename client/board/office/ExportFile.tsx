/** Takes the journeys out as a spreadsheet that the import reads. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, withQuery } from '../api.ts';
import { Button } from '../parts/Button.tsx';
import { useSites } from '../parts/directory.ts';
import { SelectField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { useMe } from '../parts/session.tsx';

export function ExportFile() {
  const { t, lang } = useLang();
  const me = useMe();
  const known = useSites().data?.sites ?? [];
  const sites = me?.sites.includes('*') ? known.map(({ id }) => id) : (me?.sites ?? []);
  const [site, setSite] = useState('');
  const exporting = useMutation({ mutationFn: () => takeOut(withQuery('/api/export.csv', { site, lang })) });
  return (
    <section aria-labelledby="export">
      <h2 id="export" className="kern-heading-medium">
        {t('filesExport')}
      </h2>
      <p className="kern-body lead">{t('filesExportHelp')}</p>
      <div className="event-form">
        {sites.length > 1 && (
          <SelectField id="export-site" label={t('cohortSite')} required value={site} onChange={setSite}>
            <option value="">{t('cohortEverySite')}</option>
            {sites.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </SelectField>
        )}
        <div className="form-actions">
          <Button icon="download" busy={exporting.isPending} onClick={() => exporting.mutate()}>
            {t('filesExportDo')}
          </Button>
        </div>
      </div>
      <div role="status">
        {exporting.data !== undefined && (
          <p className="kern-body lead">
            {exporting.data === '' ? t('filesExported') : t('filesLeftOut', { journeys: exporting.data })}
          </p>
        )}
      </div>
      {exporting.error && <ProblemNote error={exporting.error} />}
    </section>
  );
}

/** Saves the file, and gives what could not be told in it. @throws ApiProblem */
async function takeOut(path: string): Promise<string> {
  const response = await fetch(path, { credentials: 'same-origin' });
  if (!response.ok) throw new ApiProblem((await response.json()) as ApiProblem['problem']);
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = 'cohort.csv';
  link.click();
  URL.revokeObjectURL(address);
  return response.headers.get('x-left-out') ?? '';
}
