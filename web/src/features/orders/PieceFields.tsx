// How many pieces of each line: all that are open, unless somebody says fewer.
import { useTranslation } from 'react-i18next';
import { NumberField } from '~/ui/form/NumberField';
import classes from './orders.module.css';
import type { Order, Pieces } from './wire';

export interface Wanted extends Pieces {
  most: number;
  // What was typed that is no number of pieces.
  wrong: boolean;
}

export const wantedOf = (open: readonly Pieces[]): Wanted[] =>
  open.filter(({ quantity }) => quantity > 0).map((one) => ({ ...one, most: one.quantity, wrong: false }));

export const chosenOf = (wanted: readonly Wanted[]): Pieces[] =>
  wanted.filter(({ quantity }) => quantity > 0).map(({ line, quantity }) => ({ line, quantity }));

export const isWrong = (wanted: readonly Wanted[]) =>
  wanted.some(({ wrong }) => wrong) || chosenOf(wanted).length === 0;

export interface PieceFieldsProps {
  order: Order;
  wanted: readonly Wanted[];
  onWanted: (wanted: Wanted[]) => void;
}

export function PieceFields({ order, wanted, onWanted }: PieceFieldsProps) {
  const { t } = useTranslation('orders');
  const type = (line: number, text: string) => {
    onWanted(
      wanted.map((one) => {
        if (one.line !== line) return one;
        const fits = /^\d{1,7}$/.test(text) && Number(text) <= one.most;
        return { ...one, wrong: !fits, quantity: fits ? Number(text) : one.quantity };
      }),
    );
  };
  return (
    <ul className={classes.pieceFields}>
      {wanted.map(({ line, most, wrong }) => {
        const of = order.lines.find(({ number }) => number === line);
        return (
          <li key={line}>
            <span className={classes.words}>
              <strong dir="auto">{of?.name}</strong>
              <small>{of?.sku}</small>
            </span>
            <NumberField
              label={t('piecesOf', { sku: of?.sku ?? '' })}
              labelHidden
              inputMode="numeric"
              defaultValue={String(most)}
              error={wrong ? t('atMost', { count: most }) : undefined}
              onChange={(text) => {
                type(line, text);
              }}
            />
          </li>
        );
      })}
    </ul>
  );
}
