import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { nonce } from './app/nonce';
import { createQueryClient } from './app/queryClient';
import { router } from './app/router';
import { startTexts } from './texts';

// Styles made by scripts, such as the scroll lock of a dialog, carry it.
setNonce(nonce);

async function start(root: HTMLElement) {
  // Together, so that the first page costs one round of requests.
  await Promise.all([startTexts(), router.load()]);
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={createQueryClient()}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root) void start(root);
