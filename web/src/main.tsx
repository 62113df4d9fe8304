import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import './app/theme.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { newQueries } from './app/queries'
import { newRouter } from './app/routes'

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App router={newRouter()} queries={newQueries()} />
  </StrictMode>,
)

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/sw.js').catch(() => {})
}
