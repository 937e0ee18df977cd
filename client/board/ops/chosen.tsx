/** Which journeys something is asked of: those named, else those of a site, else all. */
import { useSites } from '../parts/directory.ts';
import { SelectField, TextField } from '../parts/inputs.tsx';
import { useLang } from '../parts/lang.tsx';
import { useMe } from '../parts/session.tsx';

export interface Chosen {
  /** Ids as they were typed. */
  readonly named: string;
  /** Empty for all. */
  readonly site: string;
}

export const everyJourney: Chosen = { named: '', site: '' };

export const idsIn = ({ named }: Pick<Chosen, 'named'>): string[] =>
  named.split(/[\s,;]+/).filter((id) => id !== '');

/** As the API wants it; nothing stands for all. Pure. */
export function chosenBody(chosen: Chosen): { journeys?: string[]; site?: string } {
  const journeys = idsIn(chosen);
  if (journeys.length > 0) return { journeys };
  return chosen.site === '' ? {} : { site: chosen.site };
}

/** The same where all must be said. Pure. */
export function chosenOrAll(chosen: Chosen): { journeys?: string[]; site?: string; all?: true } {
  const body = chosenBody(chosen);
  return Object.keys(body).length === 0 ? { all: true } : body;
}

export interface ChosenFieldsProps {
  /** Distinguishes the fields of several forms. */
  readonly id: string;
  /** Sites cannot be chosen. */
  readonly namedOnly?: boolean;
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}

export function ChosenFields({ id, namedOnly = false, chosen, onChange }: ChosenFieldsProps) {
  const { t } = useLang();
  const me = useMe();
  const known = useSites().data?.sites ?? [];
  const sites = me?.sites.includes('*') ? known.map((site) => site.id) : (me?.sites ?? []);
  return (
    <>
      {!namedOnly && sites.length > 1 && (
        <SelectField
          id={`${id}-site`}
          label={t('cohortSite')}
          required
          value={chosen.site}
          onChange={(site) => onChange({ ...chosen, site })}
        >
          <option value="">{t('cohortEverySite')}</option>
          {sites.map((site) => (
            <option key={site}>{site}</option>
          ))}
        </SelectField>
      )}
      <TextField
        id={`${id}-named`}
        label={t('opsNamed')}
        help={t('opsNamedHelp')}
        value={chosen.named}
        onChange={(named) => onChange({ ...chosen, named })}
      />
    </>
  );
}
