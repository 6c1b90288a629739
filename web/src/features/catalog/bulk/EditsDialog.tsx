// What was changed of many products at once, the newest first; each can be taken back once.
import { useTranslation } from 'react-i18next';
import { Loaded } from '~/platform/Loaded';
import { Button } from '~/ui/control/Button';
import { PlainTable } from '~/ui/layout/PlainTable';
import { Dialog } from '~/ui/overlay/Dialog';
import { useFormats } from '~/ui/text/locale';
import classes from '../catalog.module.css';
import { useEdits, type Edit } from './api';
import type { EditField } from './change';
import { useUndoEdit } from './useCarryOut';

const changedIn = ({ change }: Edit) =>
  Object.entries(change).flatMap(([field, value]) =>
    field === 'text' ? ['title', 'description'].filter((one) => one in (value as object)) : [field],
  ) as EditField[];

export default function EditsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('catalog');
  const formats = useFormats();
  const query = useEdits();
  const undo = useUndoEdit();
  return (
    <Dialog open title={t('bulk.history')} width={680} onClose={onClose}>
      <Loaded query={query} lines={4}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <p className={classes.quiet}>{t('bulk.none')}</p>;
          return (
            <PlainTable
              label={t('bulk.history')}
              rows={rows}
              rowId={({ id }) => id}
              columns={[
                { id: 'moment', title: t('fields.changed'), cell: ({ moment }) => formats.dateTime(moment) },
                {
                  id: 'what',
                  title: t('bulk.what'),
                  cell: (edit) => changedIn(edit).map((field) => t(`bulk.fields.${field}`)).join(', '),
                },
                {
                  id: 'products',
                  title: t('title'),
                  align: 'end',
                  cell: ({ products }) => formats.number(products),
                },
                {
                  id: 'undo',
                  title: '',
                  place: 'end',
                  cell: ({ id, undone }) =>
                    undone ? (
                      t('bulk.isUndone')
                    ) : (
                      <Button
                        look="quiet"
                        onClick={() => {
                          void undo(id);
                        }}
                      >
                        {t('bulk.undo')}
                      </Button>
                    ),
                },
              ]}
            />
          );
        }}
      </Loaded>
    </Dialog>
  );
}
