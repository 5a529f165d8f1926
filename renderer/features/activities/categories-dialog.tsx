/** The tree of categories: add, rename, move below another or among its own, and withdraw with a reason. */
import { ArrowDownOutlined, ArrowUpOutlined, EditOutlined, PlusOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { ActivityCategory } from '#shared/features/activities.ts';
import { call, useAsked } from '../../app/api.ts';
import { Dialog } from '../../app/dialog.tsx';
import { ErrorView } from '../../app/error-view.tsx';
import { useT } from '../../app/i18n.tsx';
import { typed } from '../../app/keyboard.ts';
import { ReasonDialog } from '../settings/reason-dialog.tsx';
import { categoryPaths } from './activity-texts.ts';

const NONE: readonly ActivityCategory[] = [];

/** Behind the last of those below the same one. */
function lastPosition(categories: readonly ActivityCategory[], parentId: number | null): number {
  const positions = categories.filter((one) => one.parentId === parentId).map(({ position }) => position);
  return positions.length === 0 ? 0 : Math.max(...positions) + 1;
}

export function CategoriesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const categories = useAsked('activities.categories', {}).data ?? NONE;
  const [editing, setEditing] = useState<ActivityCategory | 'new' | null>(null);
  const [leaving, setLeaving] = useState<ActivityCategory | null>(null);
  const [error, setError] = useState<unknown>(null);
  const paths = categoryPaths(categories);

  /** Gives those below the same one their places anew; only what has moved is written. */
  const move = async (category: ActivityCategory, by: 1 | -1): Promise<void> => {
    setError(null);
    const order = categories.filter(({ parentId }) => parentId === category.parentId);
    const from = order.findIndex(({ id }) => id === category.id);
    order.splice(from, 1);
    order.splice(from + by, 0, category);
    try {
      for (const [position, one] of order.entries()) {
        if (one.position === position) continue;
        const { id, version, name, parentId } = one;
        await call('activities.saveCategory', { id, version, name, parentId, position });
      }
    } catch (failure) {
      setError(failure);
    }
  };

  return (
    <Dialog
      width={620}
      title={t('activityScreen.category.title')}
      onCancel={onClose}
      focusField={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('activityScreen.category.close')}
        </Button>
      }
    >
      <p className="muted">{t('activityScreen.category.text')}</p>
      <ul className="categories" tabIndex={0} aria-label={t('activityScreen.category.title')}>
        {paths.map(({ category, depth }) => {
          const beside = paths.filter((one) => one.category.parentId === category.parentId);
          const place = beside.findIndex((one) => one.id === category.id);
          const { name } = category;
          return (
            <li key={category.id}>
              <span className="category-name" style={{ paddingLeft: `${depth * 1.6}em` }}>
                {name}
                {category.origin === 'plan' && <span className="muted"> {t('activityScreen.category.fromPlan')}</span>}
              </span>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                disabled={place === 0}
                aria-label={t('activityScreen.category.up', { name })}
                onClick={() => void move(category, -1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                disabled={place === beside.length - 1}
                aria-label={t('activityScreen.category.down', { name })}
                onClick={() => void move(category, 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<EditOutlined />}
                aria-label={t('activityScreen.category.edit', { name })}
                onClick={() => setEditing(category)}
              />
              <Button
                type="text"
                size="small"
                icon={<StopOutlined />}
                aria-label={t('activityScreen.category.withdraw', { name })}
                onClick={() => setLeaving(category)}
              />
            </li>
          );
        })}
      </ul>
      {editing === null ? (
        <Button icon={<PlusOutlined />} onClick={() => setEditing('new')}>
          {t('activityScreen.category.add')}
        </Button>
      ) : (
        <CategoryForm
          key={editing === 'new' ? 'new' : editing.id}
          category={editing === 'new' ? null : editing}
          categories={categories}
          onClose={() => setEditing(null)}
        />
      )}
      {error !== null && <ErrorView error={error} />}
      {leaving && (
        <ReasonDialog
          title={t('activityScreen.category.withdrawTitle', { name: leaving.name })}
          text={t('activityScreen.category.withdrawText')}
          okText={t('activityScreen.category.withdrawOk')}
          onDo={async (reason) => {
            await call('activities.withdrawCategory', { id: leaving.id, version: leaving.version, reason });
          }}
          onClose={() => setLeaving(null)}
        />
      )}
    </Dialog>
  );
}

interface FormProps {
  /** Null = a new one. */
  category: ActivityCategory | null;
  categories: readonly ActivityCategory[];
  onClose: () => void;
}

function CategoryForm({ category, categories, onClose }: FormProps) {
  const { t } = useT();
  const id = useId();
  const [name, setName] = useState(category?.name ?? '');
  const [parentId, setParentId] = useState(category?.parentId ?? null);
  const [error, setError] = useState<unknown>(null);
  const paths = categoryPaths(categories);
  const own = paths.find((one) => one.id === category?.id)?.label;
  // Nothing stands below itself.
  const parents = paths.filter(({ label }) => own === undefined || (label !== own && !label.startsWith(`${own} / `)));
  const save = async (): Promise<void> => {
    if (name.trim() === '') return;
    try {
      const stays = category !== null && category.parentId === parentId;
      await call('activities.saveCategory', {
        ...(category === null ? {} : { id: category.id, version: category.version }),
        name: name.trim(),
        parentId,
        position: stays ? category.position : lastPosition(categories, parentId),
      });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <div
      className="category-form"
      onKeyDown={typed((event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      })}
    >
      <div className="field">
        <label htmlFor={`${id}-name`}>{t('activityScreen.category.name')}</label>
        <Input
          id={`${id}-name`}
          // The form opens by a button: the person goes on typing in it.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          maxLength={50}
          placeholder={t('activityScreen.category.newOne')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={typed((event) => {
            if (event.key === 'Enter') void save();
          })}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-parent`}>{t('activityScreen.category.parent')}</label>
        <Select<number>
          id={`${id}-parent`}
          value={parentId ?? 0}
          showSearch
          optionFilterProp="label"
          onChange={(value) => setParentId(value === 0 ? null : value)}
          options={[
            { value: 0, label: t('activityScreen.category.top') },
            ...parents.map((one) => ({ value: one.id, label: one.label })),
          ]}
        />
      </div>
      <div className="actions">
        <Button type="primary" disabled={name.trim() === ''} onClick={() => void save()}>
          {t('activityScreen.category.save')}
        </Button>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
      {error !== null && <ErrorView error={error} />}
    </div>
  );
}
