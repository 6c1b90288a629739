// Who takes part, whether they may be asked now, and how often they answered.
import { IconX } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemOf } from '~/api/problem';
import { Loaded } from '~/platform/Loaded';
import { managing, mayDo, useMe } from '~/platform/session';
import { Button, IconButton } from '~/ui/control/Button';
import { Tag } from '~/ui/control/Tag';
import { showToast } from '~/ui/feedback/toasts';
import { Card } from '~/ui/layout/Card';
import { PlainTable } from '~/ui/layout/PlainTable';
import { useFormats } from '~/ui/text/locale';
import { takeOut, useParticipants } from './api';

export function PanelCard() {
  const { t } = useTranslation('voice');
  const formats = useFormats();
  const cache = useQueryClient();
  const may = mayDo(useMe(), managing);
  const query = useParticipants();
  const out = (identity: string) => {
    takeOut(identity)
      .catch((error: unknown) => {
        showToast(problemOf(error).message, { tone: 'bad' });
      })
      .finally(() => void cache.invalidateQueries({ queryKey: ['get', '/api/v1/panel/participants'] }));
  };
  return (
    <Card title={t('tabs.panel')} note={t('panel.note')}>
      <Loaded query={query} lines={8}>
        {({ pages }) => (
          <>
            <PlainTable
              label={t('tabs.panel')}
              rows={pages.flatMap(({ items }) => items)}
              rowId={({ identity }) => identity}
              columns={[
                { id: 'who', title: t('people.who'), cell: (one) => one.label ?? one.customer },
                {
                  id: 'allowed',
                  title: t('panel.allowed'),
                  cell: ({ allowed }) => (
                    <Tag tone={allowed ? 'good' : 'warn'}>{t(allowed ? 'panel.yes' : 'panel.no')}</Tag>
                  ),
                },
                { id: 'joined', title: t('panel.joined'), cell: ({ joined }) => formats.date(joined.slice(0, 10)) },
                {
                  id: 'answered',
                  title: t('panel.answered'),
                  align: 'end',
                  cell: ({ answered, invited }) =>
                    t('panel.of', { answered: formats.number(answered), invited: formats.number(invited) }),
                },
                ...(may
                  ? [
                      {
                        id: 'out',
                        title: '',
                        width: '44px',
                        cell: ({ identity }: { identity: string }) => (
                          <IconButton
                            label={t('panel.out')}
                            onClick={() => {
                              out(identity);
                            }}
                          >
                            <IconX aria-hidden />
                          </IconButton>
                        ),
                      },
                    ]
                  : []),
              ]}
            />
            {query.hasNextPage && (
              <Button look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                {t('more')}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Card>
  );
}
