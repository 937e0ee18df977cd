/** A phase by its name. */
import { useLang } from './lang.tsx';
import { isPhase, phaseWords } from './names.ts';

export function PhaseText({ phase }: { phase: string }) {
  const { t } = useLang();
  return <>{isPhase(phase) ? t(phaseWords[phase]) : phase}</>;
}
