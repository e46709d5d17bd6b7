import { render } from "preact";
import { Router } from "wouter-preact";
import { createAgentClient } from "../client/agent_client";
import "../ui/tokens.css";
import "../ui/base.css";
import "./styles/controls.css";
import "./styles/frame.css";
import "./styles/list.css";
import "./styles/dialogue.css";
import "./styles/handoff.css";
import "./styles/composer.css";
import "./styles/files.css";
import "./styles/panel.css";
import "./styles/dialogs.css";
import "./styles/settings.css";
import { App } from "./app";
import { askBeforeLeaving } from "./settings/leaving";

const root = document.getElementById("app");
if (root) {
  render(
    <Router base="/console" aroundNav={askBeforeLeaving}>
      <App newClient={createAgentClient} />
    </Router>,
    root,
  );
}
