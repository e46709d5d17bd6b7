import { QueryClientProvider } from "@tanstack/preact-query";
import { render } from "preact";
import { Router } from "wouter-preact";
import "uplot/dist/uPlot.min.css";
import "../ui/tokens.css";
import "../ui/base.css";
import "./styles/layout.css";
import "./styles/controls.css";
import "./styles/overview.css";
import "./styles/memory.css";
import "./styles/retention.css";
import "./styles/help.css";
import "./styles/experiments.css";
import "./styles/element.css";
import "./styles/learning.css";
import "./styles/newsletter.css";
import "./styles/lists.css";
import "./styles/segments.css";
import "./styles/customers.css";
import "./styles/listening.css";
import "./styles/incentives.css";
import "./styles/desk.css";
import "./styles/transcript.css";
import "./styles/print.css";
import { App } from "./app";
import { createHub, createQueries, HubProvider } from "./session";

const place = document.getElementById("app");
if (place === null) throw new Error("the page has no place for the app");
const queries = createQueries();

render(
  <QueryClientProvider client={queries}>
    <HubProvider value={createHub(queries)}>
      <Router base="/marketing">
        <App />
      </Router>
    </HubProvider>
  </QueryClientProvider>,
  place,
);
