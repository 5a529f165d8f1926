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
import { lazy, type ComponentType } from 'react';
import type { CommandId } from '#shared/commands.ts';
import type { Screen } from '../app/ui-state.ts';

export const screens = [
  {
    name: 'home',
    command: 'go.home',
    Icon: HomeOutlined,
    Component: lazy(() => import('./home/home-screen.tsx').then(({ HomeScreen }) => ({ default: HomeScreen }))),
  },
  {
    name: 'documents',
    command: 'go.documents',
    Icon: FolderOpenOutlined,
    Component: lazy(() =>
      import('./documents/documents-screen.tsx').then(({ DocumentsScreen }) => ({ default: DocumentsScreen })),
    ),
  },
  {
    name: 'search',
    command: 'go.search',
    Icon: SearchOutlined,
    Component: lazy(() => import('./search/search-screen.tsx').then(({ SearchScreen }) => ({ default: SearchScreen }))),
  },
  {
    name: 'life',
    command: 'go.life',
    Icon: AuditOutlined,
    Component: lazy(() => import('./life/life-screen.tsx').then(({ LifeScreen }) => ({ default: LifeScreen }))),
  },
  {
    name: 'schedule',
    command: 'go.schedule',
    Icon: CalendarOutlined,
    Component: lazy(() =>
      import('./schedule/schedule-screen.tsx').then(({ ScheduleScreen }) => ({ default: ScheduleScreen })),
    ),
  },
  {
    name: 'activities',
    command: 'go.activities',
    Icon: CarryOutOutlined,
    Component: lazy(() =>
      import('./activities/activities-screen.tsx').then(({ ActivitiesScreen }) => ({ default: ActivitiesScreen })),
    ),
  },
  {
    name: 'signIn',
    command: 'go.signIn',
    Icon: FormOutlined,
    Component: lazy(() =>
      import('./attendance/sign-in-screen.tsx').then(({ SignInScreen }) => ({ default: SignInScreen })),
    ),
  },
  {
    name: 'participants',
    command: 'go.participants',
    Icon: TeamOutlined,
    Component: lazy(() =>
      import('./participants/participants-screen.tsx').then(({ ParticipantsScreen }) => ({
        default: ParticipantsScreen,
      })),
    ),
  },
  {
    name: 'budgets',
    command: 'go.budgets',
    Icon: AccountBookOutlined,
    Component: lazy(() => import('./budgets/index.tsx').then(({ BudgetsScreen }) => ({ default: BudgetsScreen }))),
  },
  {
    name: 'organisations',
    command: 'go.organisations',
    Icon: BankOutlined,
    Component: lazy(() =>
      import('./organisations/organisations-screen.tsx').then(({ OrganisationsScreen }) => ({
        default: OrganisationsScreen,
      })),
    ),
  },
  {
    name: 'history',
    command: 'go.history',
    Icon: HistoryOutlined,
    Component: lazy(() =>
      import('./history/history-screen.tsx').then(({ HistoryScreen }) => ({ default: HistoryScreen })),
    ),
  },
  {
    name: 'audit',
    command: 'go.audit',
    Icon: SafetyCertificateOutlined,
    Component: lazy(() => import('./audit/audit-screen.tsx').then(({ AuditScreen }) => ({ default: AuditScreen }))),
  },
  {
    name: 'settings',
    command: 'go.settings',
    Icon: SettingOutlined,
    Component: lazy(() =>
      import('./settings/settings-screen.tsx').then(({ SettingsScreen }) => ({ default: SettingsScreen })),
    ),
  },
] as const satisfies readonly {
  name: Screen;
  command: CommandId;
  Icon: ComponentType;
  Component: ComponentType<never>;
}[];
