// Saved views as tabs: all rows first, then what people saved. A view that was changed says so, and can
// be saved or put back in place.
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../control/Button';
import { Tabs } from '../control/Tabs';
import { Menu } from '../overlay/Menu';
import { SaveViewDialog } from './SaveViewDialog';
import { sameView } from './view';
import type { GridView, SavedView } from './types';
import classes from './Bar.module.css';

export interface ViewChanges<View = GridView> {
  onCreate: (name: string, shared: boolean, view: View) => void;
  onUpdate: (saved: SavedView<View>) => void;
  onDelete: (saved: SavedView<View>) => void;
}

export interface ViewTabsProps<View = GridView> extends ViewChanges<View> {
  // "All customers".
  allTitle: string;
  allCount?: string | undefined;
  start: View;
  saved: readonly SavedView<View>[];
  // The chosen saved view; '' is all rows.
  activeId: string;
  view: View;
  same: (a: View, b: View) => boolean;
  onChoose: (id: string, view: View) => void;
  onView: (view: View) => void;
}

const allId = 'all';

// The tabs of a grid.
export const ViewTabs = (props: Omit<ViewTabsProps, 'same'>) => (
  <StateTabs {...props} same={sameView} />
);

// The tabs of a screen with a state of its own.
export function StateTabs<View>(props: ViewTabsProps<View>) {
  const {
    allTitle,
    allCount,
    start,
    saved,
    activeId,
    view,
    same,
    onChoose,
    onView,
    onCreate,
    onUpdate,
    onDelete,
  } = props;
  const { t } = useTranslation('ui');
  const [naming, setNaming] = useState<'new' | 'rename' | null>(null);
  const active = saved.find(({ id }) => id === activeId);
  const before = active?.view ?? start;
  const changed = !same(view, before);
  const items = [
    { id: allId, label: allTitle, count: allCount },
    ...saved.map(({ id, name, count }) => ({ id, label: name, count })),
  ];
  return (
    <div className={classes.views}>
      <Tabs
        label={t('views.tabs')}
        items={items}
        value={active ? activeId : allId}
        onChange={(id) => {
          onChoose(id === allId ? '' : id, saved.find((found) => found.id === id)?.view ?? start);
        }}
      />
      {active?.mine && (
        <Menu
          align="start"
          trigger={
            <IconButton label={t('views.more', { name: active.name })}>
              <IconDots aria-hidden />
            </IconButton>
          }
          groups={[
            {
              items: [
                {
                  id: 'rename',
                  label: t('views.rename'),
                  onSelect: () => {
                    setNaming('rename');
                  },
                },
                {
                  id: 'delete',
                  label: t('views.delete'),
                  danger: true,
                  onSelect: () => {
                    onDelete(active);
                  },
                },
              ],
            },
          ]}
        />
      )}
      {changed && (
        <div className={classes.changed}>
          <span>{t('views.changed')}</span>
          {active?.mine && (
            <Button
              look="quiet"
              onClick={() => {
                onUpdate({ ...active, view });
              }}
            >
              {t('views.save')}
            </Button>
          )}
          <Button
            look="quiet"
            onClick={() => {
              setNaming('new');
            }}
          >
            {t('views.saveNew')}
          </Button>
          <Button
            look="quiet"
            onClick={() => {
              onView(before);
            }}
          >
            {t('views.reset')}
          </Button>
        </div>
      )}
      {naming && (
        <SaveViewDialog
          rename={naming === 'rename'}
          name={naming === 'rename' ? (active?.name ?? '') : ''}
          shared={active?.shared ?? false}
          onClose={() => {
            setNaming(null);
          }}
          onSave={(name, shared) => {
            if (naming === 'rename' && active) onUpdate({ ...active, name, shared });
            else onCreate(name, shared, view);
            setNaming(null);
          }}
        />
      )}
    </div>
  );
}
