// What vouchers ask of the server.
import { useQueryClient } from '@tanstack/react-query';
import { api, data, queries, type Schemas } from '~/api';

export type Voucher = Schemas['orders.VoucherState'];
export type VoucherDraft = Schemas['orders.VoucherDraft'];

const address = '/api/v1/orders/vouchers';

export const useVouchers = () => queries.useQuery('get', address);

export function useAddVoucher() {
  const cache = useQueryClient();
  return (body: VoucherDraft) =>
    data(api.POST(address, { body })).finally(
      () => void cache.invalidateQueries({ queryKey: queries.queryOptions('get', address).queryKey }),
    );
}
