/**
 * The screens of an open archive, in the order of the navigation. A new register adds one line: its name (also the key of
 * its title in `shell.nav`), the command that goes there, its sign, and the file it is loaded from when it is first asked.
 */
import {
  AccountBookOutlined,
  AuditOutlined,
  BankOutlined,
  CarryOutOutlined,
  CalendarOutlined,
  FolderOpenOutlined,
  FormOutlined,
  HistoryOutlined,
  HomeOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  SettingOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType } from 'react';
import type { CommandId } from '#shared/commands.ts';
import { type LateScreen, lateScreen } from '../app/late-screen.tsx';
import type { Screen } from '../app/ui-state.ts';

export const screens = [
  {
    name: 'home',
    command: 'go.home',
    Icon: HomeOutlined,
    Component: lateScreen(() => import('./home/home-screen.tsx').then(({ HomeScreen }) => HomeScreen)),
  },
  {
    name: 'documents',
    command: 'go.documents',
    Icon: FolderOpenOutlined,
    Component: lateScreen(() =>
      import('./documents/documents-screen.tsx').then(({ DocumentsScreen }) => DocumentsScreen),
    ),
  },
  {
    name: 'search',
    command: 'go.search',
    Icon: SearchOutlined,
    Component: lateScreen(() => import('./search/search-screen.tsx').then(({ SearchScreen }) => SearchScreen)),
  },
  {
    name: 'life',
    command: 'go.life',
    Icon: AuditOutlined,
    Component: lateScreen(() => import('./life/life-screen.tsx').then(({ LifeScreen }) => LifeScreen)),
  },
  {
    name: 'schedule',
    command: 'go.schedule',
    Icon: CalendarOutlined,
    Component: lateScreen(() => import('./schedule/schedule-screen.tsx').then(({ ScheduleScreen }) => ScheduleScreen)),
  },
  {
    name: 'activities',
    command: 'go.activities',
    Icon: CarryOutOutlined,
    Component: lateScreen(() =>
      import('./activities/activities-screen.tsx').then(({ ActivitiesScreen }) => ActivitiesScreen),
    ),
  },
  {
    name: 'signIn',
    command: 'go.signIn',
    Icon: FormOutlined,
    Component: lateScreen(() => import('./attendance/sign-in-screen.tsx').then(({ SignInScreen }) => SignInScreen)),
  },
  {
    name: 'participants',
    command: 'go.participants',
    Icon: TeamOutlined,
    Component: lateScreen(() =>
      import('./participants/participants-screen.tsx').then(({ ParticipantsScreen }) => ParticipantsScreen),
    ),
  },
  {
    name: 'budgets',
    command: 'go.budgets',
    Icon: AccountBookOutlined,
    Component: lateScreen(() => import('./budgets/index.tsx').then(({ BudgetsScreen }) => BudgetsScreen)),
  },
  {
    name: 'organisations',
    command: 'go.organisations',
    Icon: BankOutlined,
    Component: lateScreen(() =>
      import('./organisations/organisations-screen.tsx').then(({ OrganisationsScreen }) => OrganisationsScreen),
    ),
  },
  {
    name: 'history',
    command: 'go.history',
    Icon: HistoryOutlined,
    Component: lateScreen(() => import('./history/history-screen.tsx').then(({ HistoryScreen }) => HistoryScreen)),
  },
  {
    name: 'audit',
    command: 'go.audit',
    Icon: SafetyCertificateOutlined,
    Component: lateScreen(() => import('./audit/audit-screen.tsx').then(({ AuditScreen }) => AuditScreen)),
  },
  {
    name: 'settings',
    command: 'go.settings',
    Icon: SettingOutlined,
    Component: lateScreen(() => import('./settings/settings-screen.tsx').then(({ SettingsScreen }) => SettingsScreen)),
  },
] as const satisfies readonly {
  name: Screen;
  command: CommandId;
  Icon: ComponentType;
  Component: LateScreen;
}[];

/** Fetches the register, where staff work all day, while the window is idle: its first opening is as quick as the next. */
export function loadAhead(): void {
  const register = screens.find(({ name }) => name === 'documents');
  // A failure is told when the screen is asked for.
  requestIdleCallback(() => void register?.Component.load().catch(() => undefined));
}
