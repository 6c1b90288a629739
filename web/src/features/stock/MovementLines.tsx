// What came and went, the newest first, page by page.
import { useTranslation } from 'react-i18next';
import type { Page } from '~/api';
import type { PagedQuery } from '~/platform/gridList';
import { Loaded } from '~/platform/Loaded';
import { useActorName } from '~/platform/people';
import { VariantSku } from '~/platform/VariantSku';
import { Button } from '~/ui/control/Button';
import { useFormats } from '~/ui/text/locale';
import { useLocations } from './api';
import classes from './stock.module.css';
import type { Movement } from './wire';

export interface MovementLinesProps {
  query: PagedQuery<Page<Movement>>;
  // Names the variant, where there are several.
  onOpen?: (variant: string) => void;
}

export function MovementLines({ query, onOpen }: MovementLinesProps) {
  const { t } = useTranslation('stock');
  return (
    <>
      <Loaded query={query} lines={4}>
        {({ pages }) => {
          const movements = pages.flatMap(({ items }) => items);
          if (movements.length === 0) return <p className={classes.quiet}>{t('noMovements')}</p>;
          return (
            <ol className={classes.moves}>
              {movements.map((movement) => (
                <li key={movement.id}>
                  <OneMovement movement={movement} onOpen={onOpen} />
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
      {query.hasNextPage && (
        <div>
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('earlier')}
          </Button>
        </div>
      )}
    </>
  );
}

interface OneProps {
  movement: Movement;
  onOpen: ((variant: string) => void) | undefined;
}

function OneMovement({ movement, onOpen }: OneProps) {
  const { t } = useTranslation('stock');
  const formats = useFormats();
  const actorName = useActorName();
  const locations = useLocations().data?.items;
  const { variant, kind, location, quantity, moment, reference, note, actor } = movement;
  const place = locations?.find(({ id }) => id === location)?.name ?? '…';
  const signed = `${quantity > 0 ? '+' : quantity < 0 ? '−' : ''}${formats.number(Math.abs(quantity))}`;
  return (
    <>
      <span className={classes.move}>
        <strong>
          {t(`movements.${kind}`)}
          {onOpen && (
            <button
              type="button"
              className={classes.link}
              onClick={() => {
                onOpen(variant);
              }}
            >
              <VariantSku id={variant} />
            </button>
          )}
        </strong>
        <small dir="auto">{[place, reference, note].filter(Boolean).join(' · ')}</small>
      </span>
      <span className={classes.when}>
        <b>{signed}</b>
        <small>{[formats.dateTime(moment), actorName(actor)].filter(Boolean).join(' · ')}</small>
      </span>
    </>
  );
}
