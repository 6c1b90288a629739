// All keys that work here, from the one registry.
import { useTranslation } from 'react-i18next';
import { useAllActions } from '~/platform/actions';
import { shownKeys } from '~/platform/keys';
import { Kbd } from '~/ui/control/Kbd';
import { Dialog } from '~/ui/overlay/Dialog';
import classes from './KeyList.module.css';

const everywhere = ['undo', 'move', 'edit', 'select', 'back'] as const;
const everywhereKeys = {
  undo: ['mod+z'],
  move: ['↑', '↓', '←', '→'],
  edit: ['Enter'],
  select: ['Space'],
  back: ['Esc'],
} as const;

export default function KeyList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const actions = useAllActions().filter((action) => action.keys);
  const groups = [
    { title: t('palette.go'), actions: actions.filter((action) => action.group === 'go') },
    { title: t('palette.do'), actions: actions.filter((action) => action.group === 'do') },
  ];
  return (
    <Dialog open title={t('keys.title')} onClose={onClose} width={620}>
      <div className={classes.columns}>
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className={classes.title}>{group.title}</h3>
            {group.actions.map((action) => (
              <KeyRow key={action.id} label={action.label()} keys={shownKeys(action.keys ?? '')} />
            ))}
          </section>
        ))}
        <section>
          <h3 className={classes.title}>{t('keys.lists')}</h3>
          {everywhere.map((what) => (
            <KeyRow
              key={what}
              label={t(`keys.${what}`)}
              keys={everywhereKeys[what].flatMap((key) => shownKeys(key))}
            />
          ))}
        </section>
      </div>
      <p className={classes.note}>{t('keys.note')}</p>
    </Dialog>
  );
}

function KeyRow({ label, keys }: { label: string; keys: readonly string[] }) {
  return (
    <div className={classes.row}>
      <span>{label}</span>
      <span className={classes.keys}>
        {keys.map((key, index) => (
          <Kbd key={index}>{key}</Kbd>
        ))}
      </span>
    </div>
  );
}
