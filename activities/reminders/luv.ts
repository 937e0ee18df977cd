/** Texts for the reports to the funder (LuV). Each goes out the morning after its last day, to case worker and team lead. */
import type { NoticeKey } from '../../workflows/effects/effects.ts';
import { type ReminderText, trainingYear } from './text.ts';

type ReportKey = Extract<NoticeKey, `luv${string}`>;

const overdue = (report: string) => ({
  subject: `LuV überfällig: ${report}`,
  matter: `Die LuV »${report}« ist noch nicht als abgegeben eingetragen; ihr letzter Tag ist nach dem LuV-Kalender vorbei.`,
  todo: 'Die Ausbildungsbegleitung gibt sie bitte jetzt beim Bedarfsträger ab und trägt es ein; die Teamleitung achtet bitte darauf. Nennt der Bedarfsträger andere Termine, richten Sie sich danach.',
});

export const luvTexts = {
  luvPreparationStart: overdue('Vorphase, Beginn'),
  luvPreparationProgress: overdue('Vorphase, Verlauf'),
  luvPreparationFinal: overdue('Vorphase, Abschluss'),
  luvTrainingStart: overdue('begleitende Phase, Beginn'),
  luvTrainingProgress: overdue('begleitende Phase, Verlauf'),
  luvProbation: overdue('begleitende Phase, vor Ende der Probezeit'),
  luvTrainingYear: { ...overdue('begleitende Phase, Ende des Ausbildungsjahrs {item}'), item: trainingYear },
  luvTrainingFinal: overdue('begleitende Phase, Abschluss'),
} as const satisfies Record<ReportKey, ReminderText>;
