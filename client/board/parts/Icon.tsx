/** KERN's icons by what they stand for here. They only ever accompany a text. */
const icons = {
  today: 'kern-icon--checklist',
  participants: 'kern-icon--account-circle',
  calendar: 'kern-icon--calendar-today',
  cohort: 'icon--bars',
  ops: 'kern-icon--autorenew',
  account: 'kern-icon--more-vert',
  language: 'kern-icon--language',
  signOut: 'kern-icon--logout',
  signIn: 'kern-icon--arrow-forward',
  close: 'kern-icon--close',
  add: 'kern-icon--add',
  remove: 'kern-icon--delete',
  edit: 'kern-icon--edit',
  search: 'kern-icon--search',
  back: 'kern-icon--arrow-back',
  previous: 'kern-icon--chevron-left',
  next: 'kern-icon--chevron-right',
  up: 'kern-icon--arrow-up',
  down: 'kern-icon--arrow-down',
  download: 'kern-icon--download',
  open: 'kern-icon--open-in-new',
  mail: 'kern-icon--mail',
  draft: 'kern-icon--draft',
  help: 'kern-icon--help',
  check: 'kern-icon--check',
  info: 'kern-icon--info',
  success: 'kern-icon--success',
  warning: 'kern-icon--warning',
  danger: 'kern-icon--danger',
} as const;

export type IconName = keyof typeof icons;

export function Icon({ name, small = false }: { name: IconName; small?: boolean }) {
  return (
    <span className={`kern-icon ${icons[name]}${small ? ' kern-icon--small' : ''}`} aria-hidden="true" />
  );
}
