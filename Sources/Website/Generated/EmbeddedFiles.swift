// Written by embed.py from Templates, Styles and Scripts. Change those instead.
// swift-format-ignore-file

/// The site's templates, stylesheet and scripts.
enum EmbeddedFiles {
    static let templates: [String: String] = [
        "accessibility": #"""
        {{<layout}}{{$main}}
        <h1>Accessibility</h1>
        <p class="lead">Everybody should be able to book a course, answer a survey and get a certificate here, with any device and any way of using it.</p>
        <h2>What this site is built to do</h2>
        <ul class="statements">
        <li>Everything works with a keyboard alone, without a mouse and without scripts.</li>
        <li>Pages can be made four times as large and still be read without scrolling sideways.</li>
        <li>Colours have strong contrast, by day and in the dark, and nothing is said by colour alone.</li>
        <li>Every field has a label, and what is wrong with a form is said in words, beside the field and above the form.</li>
        <li>Names are marked with their language, so that a screen reader says them in it and each is drawn in its own direction.</li>
        <li>Nothing moves, and nothing runs out while you type.</li>
        </ul>
        <p>It is built to meet the Web Content Accessibility Guidelines 2.2 at level AA. Every page is checked with an automatic tool in a real browser whenever the program changes. It has not yet been tested by people who use assistive technology every day.</p>
        <h2>If something does not work for you</h2>
        <p>Tell the organisation that gives your course, in any way you like. You can book, answer and get your certificate by telephone and on paper as well.</p>
        {{/main}}{{/layout}}
        """#,
        "area-options": #"""
        <option value="">{{$none}}Anywhere{{/none}}</option>
        {{#areas}}<optgroup label="{{force}}">
        {{#areas}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
        {{/areas}}
        </optgroup>
        {{/areas}}
        """#,
        "area": #"""
        <div class="field{{#.error}} has-error{{/.error}}">
        <label for="{{name}}">{{label}}</label>
        {{#.hint}}<p class="hint" id="{{name}}-hint">{{.}}</p>{{/.hint}}
        {{#.error}}<p class="error" id="{{name}}-error"><span class="visually-hidden">Error: </span>{{.}}</p>{{/.error}}
        <textarea id="{{name}}" name="{{name}}" rows="3" maxlength="{{longest}}" dir="auto"{{#.describedBy}} aria-describedby="{{.}}"{{/.describedBy}}{{#.error}} aria-invalid="true"{{/.error}}>
        {{value}}</textarea>
        </div>
        """#,
        "attendee": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="crumb"><a href="{{register}}">Register of run {{run}}</a></p>
        <h1>{{>person-name}}</h1>
        <section class="name-card" aria-labelledby="drawn">
        <h2 id="drawn">This is how the certificate draws the name. Is this right?</h2>
        {{#drawing}}{{>drawn-name}}{{/drawing}}
        {{#.correct}}<form class="panel" method="post" action="{{.}}" novalidate>
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        {{#nameField}}{{>field}}{{/nameField}}
        {{#languageField}}{{>list}}{{/languageField}}
        {{#reasonField}}{{>field}}{{/reasonField}}
        {{#hasCertificate}}<p class="muted">The certificate keeps its number and gets the next version; a PDF given out before no longer holds.</p>{{/hasCertificate}}
        <button type="submit">Save the name</button>
        </form>{{/.correct}}
        </section>
        {{#.certificate}}<section aria-labelledby="certificate">
        <h2 id="certificate">Certificate</h2>
        <dl class="facts">
        <div><dt>Number</dt><dd><a href="{{verify}}"><code>{{number}}</code></a></dd></div>
        <div><dt>Version</dt><dd>{{version}}, issued {{issuedOn}}</dd></div>
        <div><dt>State</dt><dd>{{state}}</dd></div>
        </dl>
        {{#.file}}<p class="actions"><a class="button" href="{{.}}">Open the certificate (PDF)</a></p>{{/.file}}
        {{#.reissue}}<details class="row-more"><summary>Issue it again from the register</summary>
        <form method="post" action="{{.}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <label for="reissue-reason">Why</label>
        <input id="reissue-reason" name="reason" maxlength="200" required>
        <button class="small" type="submit">Issue again</button>
        </form></details>{{/.reissue}}
        {{#.revoke}}<details class="danger"><summary>Take it back</summary>
        <p>The verify page says so from then on, to everybody.</p>
        <form method="post" action="{{.}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <label for="revoke-reason">Why</label>
        <input id="revoke-reason" name="reason" maxlength="200" required>
        <button class="warn" type="submit">Take the certificate back</button>
        </form></details>{{/.revoke}}
        </section>{{/.certificate}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "awareness": #"""
        {{<layout}}{{$main}}{{#page}}
        <h1>Awareness sessions</h1>
        <p class="lead">{{count}}</p>
        {{#.form}}<section class="panel" aria-labelledby="log">
        <h2 id="log">Log a session</h2>
        <form method="post" action="{{action}}" novalidate>
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="attempt" value="{{attempt}}">
        <div class="pair">
        {{#date}}{{>field}}{{/date}}
        <div class="field{{#.areaError}} has-error{{/.areaError}}">
        <label for="area">Area</label>
        {{#.areaError}}<p class="error" id="area-error"><span class="visually-hidden">Error: </span>{{.}}</p>{{/.areaError}}
        <select id="area" name="area"{{#.areaError}} aria-invalid="true" aria-describedby="area-error"{{/.areaError}}>
        <option value="">Choose</option>
        {{#areas}}<optgroup label="{{force}}">
        {{#areas}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
        {{/areas}}
        </optgroup>
        {{/areas}}
        </select>
        </div>
        </div>
        {{#settings}}{{>radios}}{{/settings}}
        {{#audience}}{{>field}}{{/audience}}
        <div class="pair">
        {{#heads}}{{>field}}{{/heads}}
        {{#counted}}{{>radios}}{{/counted}}
        </div>
        {{#programmes}}{{>list}}{{/programmes}}
        <button type="submit">Log this session</button>
        </form>
        </section>{{/.form}}
        <h2 id="sessions">Sessions held</h2>
        {{#isEmpty}}<p class="empty">No session is logged yet.</p>{{/isEmpty}}
        {{^isEmpty}}<div class="table-scroll" tabindex="0" role="region" aria-label="Awareness sessions">
        <table>
        <thead><tr><th scope="col">Day</th><th scope="col">Area</th><th scope="col">Where</th><th scope="col">Who</th><th class="number" scope="col">Heads</th></tr></thead>
        <tbody>
        {{#sessions}}<tr><th scope="row">{{date}}</th><td>{{area}}</td><td>{{setting}}</td><td>{{audience}}</td><td class="number">{{heads}}</td></tr>
        {{/sessions}}
        </tbody>
        </table>
        </div>{{/isEmpty}}
        {{#isCut}}<p class="muted">The latest 200 are shown.</p>{{/isCut}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "booking-fields": #"""
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="attempt" value="{{attempt}}">
        {{#isFull}}<input type="hidden" name="wait" value="yes">
        <p class="inset">{{queueSentence}}</p>{{/isFull}}
        {{#name}}{{>field}}{{/name}}
        {{#language}}{{>list}}{{/language}}
        {{#email}}{{>field}}{{/email}}
        {{#phone}}{{>field}}{{/phone}}
        {{#role}}{{>radios}}{{/role}}
        <div class="field">
        <label for="home">The area you live in (optional)</label>
        <select id="home" name="home">
        <option value="">I would rather not say</option>
        {{#homeAreas}}<optgroup label="{{force}}">
        {{#areas}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
        {{/areas}}
        </optgroup>
        {{/homeAreas}}
        </select>
        </div>
        {{#access}}{{>area}}{{/access}}
        {{#consents}}{{>boxes}}{{/consents}}
        <div class="pair">
        {{#bookedBy}}{{>field}}{{/bookedBy}}
        {{#invitation}}{{>field}}{{/invitation}}
        </div>
        <button type="submit">{{button}}</button>
        """#,
        "booking-form": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="crumb"><a href="{{back}}">Back to the run</a></p>
        <h1>Book for somebody</h1>
        <p class="lead">{{title}}, {{when}}, {{venue}}: {{places}}</p>
        {{#form}}<form class="panel" method="post" action="{{action}}" novalidate>
        {{>booking-fields}}
        </form>{{/form}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "booking-row": #"""
        <tr>
        {{#.position}}<td class="number">{{.}}</td>{{/.position}}
        <th scope="row">{{>person-name}}{{#.bookedBy}}<span class="line muted">booked by {{.}}</span>{{/.bookedBy}}{{#.needs}}<span class="line need">{{.}}</span>{{/.needs}}</th>
        <td><code>{{reference}}</code></td>
        <td>{{contact}}</td>
        <td>{{source}}</td>
        <td class="row-actions">
        {{#.promote}}<form method="post" action="{{.}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}"><input type="hidden" name="booking" value="{{reference}}">
        {{#needsReason}}<label class="visually-hidden" for="reason-{{id}}">Reason for passing those who have waited longer than {{#name}}{{text}}{{/name}}</label><input class="middle" id="reason-{{id}}" name="reason" maxlength="200" placeholder="Reason">{{/needsReason}}
        <button class="small" type="submit">Give a place<span class="visually-hidden"> to {{#name}}{{text}}{{/name}}</span></button>
        </form>{{/.promote}}
        {{#.move}}<details class="row-more"><summary>Move or cancel<span class="visually-hidden">: {{#name}}{{text}}{{/name}}</span></summary>
        <form method="post" action="{{.}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}"><input type="hidden" name="booking" value="{{reference}}">
        <label for="to-{{id}}">To another date</label>
        <select id="to-{{id}}" name="to"><option value="">Choose a date</option>
        {{#moveTargets}}<option value="{{value}}">{{label}}</option>
        {{/moveTargets}}</select>
        <button class="small" type="submit">Move</button>
        </form>
        {{#end}}<form method="post" action="{{.}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}"><input type="hidden" name="booking" value="{{reference}}">
        <label for="end-{{id}}">Reason (optional)</label>
        <input id="end-{{id}}" name="reason" maxlength="200">
        <button class="small warn" type="submit">Cancel this booking</button>
        </form>{{/end}}
        </details>{{/.move}}
        </td>
        </tr>
        """#,
        "booking": #"""
        {{<layout}}{{$main}}{{#page}}
        <div class="outcome{{#isConfirmed}} outcome-good{{/isConfirmed}}{{#isWaiting}} outcome-wait{{/isWaiting}}{{#isCancelled}} outcome-ended{{/isCancelled}}">
        <p class="outcome-mark" aria-hidden="true">{{#isConfirmed}}✓{{/isConfirmed}}{{#isWaiting}}…{{/isWaiting}}{{#isCancelled}}×{{/isCancelled}}</p>
        <div>
        <h1>{{heading}}</h1>
        <p class="lead">{{explanation}}</p>
        </div>
        </div>
        {{#isNew}}<section class="panel keep" aria-labelledby="keep">
        <h2 id="keep">Keep this private link</h2>
        <p>It is the only way back to this booking, and this page is the only place that shows it. Whoever has it can see and cancel the booking.</p>
        <p class="private-link" dir="ltr"><a href="{{privateLink}}">{{privateLink}}</a></p>
        </section>{{/isNew}}
        {{^isCancelled}}<section class="name-card" aria-labelledby="drawn">
        <h2 id="drawn">This is how the certificate will draw the name</h2>
        {{#drawing}}{{>drawn-name}}{{/drawing}}
        <p class="muted">Not right? Tell the trainer on the day, before the certificate is issued.</p>
        </section>{{/isCancelled}}
        <dl class="facts">
        <div><dt>Name</dt><dd>{{#name}}<bdi{{#.language}} lang="{{.}}"{{/.language}}>{{text}}</bdi>{{/name}}{{#.bookedBy}}<span class="line muted">booked by {{.}}</span>{{/.bookedBy}}</dd></div>
        <div><dt>Course</dt><dd>{{title}}</dd></div>
        <div><dt>When</dt><dd>{{#sittings}}<span class="line">{{.}}</span>{{/sittings}}{{#.calendar}}<span class="line"><a href="{{.}}">Add to a calendar</a></span>{{/.calendar}}</dd></div>
        <div><dt>Where</dt><dd><span class="line">{{venue}}</span>{{#.venueAddress}}<span class="line">{{.}}</span>{{/.venueAddress}}<span class="line muted">{{area}}</span></dd></div>
        {{#.access}}<div><dt>Getting in</dt><dd>{{.}}</dd></div>{{/.access}}
        {{#.accessNeeds}}<div><dt>What you need</dt><dd>{{.}}</dd></div>{{/.accessNeeds}}
        <div><dt>Booking code</dt><dd><code>{{reference}}</code></dd></div>
        </dl>
        {{#.certificate}}<p><a class="button" href="{{.}}">See your certificate</a></p>{{/.certificate}}
        {{#.otherDates}}<p><a class="button" href="{{.}}">Find another date</a></p>{{/.otherDates}}
        <section class="surveys">
        <ul class="survey-list">
        {{#surveys}}<li><span>{{title}}</span> {{#.address}}<a href="{{.}}">{{state}}</a>{{/.address}}{{^.address}}<span class="muted">{{state}}</span>{{/.address}}</li>
        {{/surveys}}
        </ul>
        </section>
        {{#.cancel}}<p class="quiet-action"><a href="{{.}}">Cancel this booking</a></p>{{/.cancel}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "boxes": #"""
        <fieldset class="field choices{{#.error}} has-error{{/.error}}"{{#.describedBy}} aria-describedby="{{.}}"{{/.describedBy}}>
        <legend>{{label}}</legend>
        {{#.hint}}<p class="hint" id="{{name}}-hint">{{.}}</p>{{/.hint}}
        {{#.error}}<p class="error" id="{{name}}-error"><span class="visually-hidden">Error: </span>{{.}}</p>{{/.error}}
        {{#choices}}<div class="choice"><input type="checkbox" id="{{id}}" name="{{name}}" value="{{value}}"{{#isChosen}} checked{{/isChosen}}><label for="{{id}}">{{label}}</label></div>
        {{/choices}}
        </fieldset>
        """#,
        "calls": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="overline"><a href="/staff/evaluation">What changed</a></p>
        <h1>{{title}}</h1>
        {{#.subject}}<p class="muted">Counted: {{.}}.</p>{{/.subject}}
        {{#.whyNot}}<p class="empty">{{.}}</p>{{/.whyNot}}
        {{#finding}}<p class="finding">{{sentence}}</p>
        <p class="verdict"><span>Verdict</span> {{verdict}}</p>
        {{/finding}}
        {{#figures}}{{>figure}}{{/figures}}
        {{#finding}}<section aria-labelledby="said">
        <h2 id="said">What can be said</h2>
        <ul class="statements">
        {{#rest}}<li>{{.}}</li>
        {{/rest}}
        </ul>
        <p><a class="button" href="{{report}}">Report to print and keep</a></p>
        </section>{{/finding}}
        {{#hasAreas}}<details>
        <summary>Area by area, month by month</summary>
        {{#areas}}{{>figure}}{{/areas}}
        </details>{{/hasAreas}}
        {{#hasTables}}<section aria-labelledby="numbers">
        <h2 id="numbers">The numbers</h2>
        {{#tables}}{{>table}}
        {{/tables}}
        </section>{{/hasTables}}
        {{#finding}}<details>
        <summary>How it was done</summary>
        <ul class="statements">
        {{#methods}}<li>{{.}}</li>
        {{/methods}}
        </ul>
        {{#.attribution}}<p class="muted">{{.}}</p>{{/.attribution}}
        </details>
        <details>
        <summary>The design as a file for the command line</summary>
        <pre tabindex="0"><code translate="no">{{design}}</code></pre>
        </details>{{/finding}}
        {{#.form}}<form class="planner" method="get" action="/staff/evaluation/calls">
        <h2>Another design</h2>
        <fieldset class="panel"><legend>How to compare</legend>
        <div class="grid">
        {{#method}}{{>list}}{{/method}}
        {{#family}}{{>list}}{{/family}}
        {{#fields}}{{>field}}{{/fields}}
        </div>
        </fieldset>
        <details><summary>Choose the areas</summary>
        <div class="grid">
        {{#treated}}{{>boxes}}{{/treated}}
        {{#comparison}}{{>boxes}}{{/comparison}}
        </div>
        </details>
        <button type="submit">Compare</button>
        </form>{{/.form}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "cancel": #"""
        {{<layout}}{{$main}}{{#page}}
        <h1>Cancel this booking?</h1>
        <p class="lead">{{#name}}<bdi{{#.language}} lang="{{.}}"{{/.language}}>{{text}}</bdi>{{/name}}, {{title}}, {{when}}.</p>
        <p>{{consequence}}</p>
        <form class="actions" method="post" action="{{action}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <button class="warn" type="submit">{{button}}</button>
        <a href="{{back}}">Keep it</a>
        </form>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "certificate": #"""
        {{<layout}}{{$main}}{{#page}}
        <div class="certificate-card">
        <p class="overline">Certificate of attendance</p>
        <h1><bdi{{#.language}} lang="{{.}}"{{/.language}}>{{name}}</bdi></h1>
        <p class="lead">{{course}}</p>
        <p>{{dates}}, {{hours}} of teaching, {{area}}</p>
        <p class="number"><code>{{number}}</code></p>
        </div>
        <p class="actions"><a class="button" href="{{file}}">Open the certificate (PDF, A4, to print or frame)</a></p>
        <section aria-labelledby="learnt">
        <h2 id="learnt">You can</h2>
        <ul class="ticks">
        {{#outcomes}}<li>{{.}}</li>
        {{/outcomes}}
        </ul>
        </section>
        <p>Anybody can check it at <a href="{{verify}}">{{verifyAddress}}</a>. The check shows the course, not your name.</p>
        {{#.refresh}}<p class="muted">Take the course again by {{.}} to keep the skill fresh.</p>{{/.refresh}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "course-card": #"""
        <li class="course-card{{#isFull}} is-full{{/isFull}}">
        <div class="tile" aria-hidden="true"><span class="tile-weekday">{{weekday}}</span><span class="tile-day">{{day}}</span><span class="tile-month">{{month}}</span></div>
        <div class="course-text">
        <h3><a href="{{address}}">{{title}}<span class="visually-hidden">, {{when}}, {{area}}</span></a></h3>
        <p class="when">{{when}}{{#.more}} {{.}}{{/.more}}</p>
        <p class="where">{{venue}}, {{area}}</p>
        </div>
        <p class="places"><span class="pill{{#isFull}} pill-wait{{/isFull}}">{{places}}</span></p>
        </li>
        """#,
        "course": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="crumb"><a href="/courses">All courses</a></p>
        <div class="title-row"><h1>{{title}}</h1><span class="pill{{#isFull}} pill-wait{{/isFull}}">{{places}}</span></div>
        <dl class="facts">
        <div><dt>When</dt><dd>{{#sittings}}<span class="line">{{.}}</span>{{/sittings}}</dd></div>
        <div><dt>Where</dt><dd><span class="line">{{venue}}</span>{{#.venueAddress}}<span class="line">{{.}}</span>{{/.venueAddress}}<span class="line muted">{{area}}</span></dd></div>
        {{#.access}}<div><dt>Getting in</dt><dd>{{.}}</dd></div>{{/.access}}
        {{#.age}}<div><dt>Age</dt><dd>{{.}}</dd></div>{{/.age}}
        {{#.trainers}}<div><dt>With</dt><dd>{{.}}</dd></div>{{/.trainers}}
        <div><dt>Takes</dt><dd>{{duration}}</dd></div>
        </dl>
        <div class="columns">
        <div class="column-text">
        <section aria-labelledby="about">
        <h2 id="about">What it is</h2>
        {{#paragraphs}}<p>{{.}}</p>
        {{/paragraphs}}
        <p class="muted">For: {{audience}}</p>
        </section>
        <section aria-labelledby="outcomes">
        <h2 id="outcomes">Afterwards you can</h2>
        <ul class="ticks">
        {{#outcomes}}<li>{{.}}</li>
        {{/outcomes}}
        </ul>
        </section>
        <details>
        <summary>What you will do</summary>
        <ol class="agenda">
        {{#agenda}}<li>{{.}}</li>
        {{/agenda}}
        </ol>
        </details>
        <details>
        <summary>The safety rules everybody agrees to</summary>
        <ol class="agenda">
        {{#safetyRules}}<li>{{.}}</li>
        {{/safetyRules}}
        </ol>
        </details>
        </div>
        <section class="panel" aria-labelledby="book">
        {{#.form}}<h2 id="book">{{#isFull}}Join the waiting list{{/isFull}}{{^isFull}}Book a place{{/isFull}}</h2>
        <p class="muted">Until {{closes}}. No account is needed.</p>
        <form method="post" action="{{action}}" novalidate>
        {{>booking-fields}}
        </form>{{/.form}}
        {{#.whyNot}}<h2 id="book">You cannot book this date</h2>
        <p>{{.}}</p>
        <p><a class="button" href="/courses">See other dates</a></p>{{/.whyNot}}
        </section>
        </div>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "courses": #"""
        {{<layout}}{{$main}}{{#page}}
        <h1>{{heading}}</h1>
        {{#finder}}{{>finder}}{{/finder}}
        {{#.count}}<p class="count" role="status">{{.}}</p>{{/.count}}
        <h2 class="visually-hidden">Dates</h2>
        {{#isEmpty}}<div class="empty"><p>No course matches. Choose another area or an earlier day, or look at <a href="/courses">all courses</a>.</p></div>{{/isEmpty}}
        <ul class="course-list">
        {{#courses}}{{>course-card}}{{/courses}}
        </ul>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "disagreements": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="crumb"><a href="{{back}}">Surveys of this run</a></p>
        <h1>Two keyings, one sheet</h1>
        <p class="lead">Take the sheet and look. Who settled it and why stays on record, and so does what it said before.</p>
        <p class="muted">{{quality}}</p>
        {{#isAllSettled}}<p class="empty">Nothing is left to settle.</p>{{/isAllSettled}}
        <ul class="disagreements">
        {{#open}}<li class="disagreement">
        <form method="post" action="{{action}}" novalidate>
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="line" value="{{key}}">
        <fieldset>
        <legend><span class="disagreement-who">{{>person-name}} <code>{{reference}}</code> · {{wave}}</span> <span class="key-code">{{item}}</span> {{text}}</legend>
        <div class="disagreement-answers">
        <div class="choice"><input type="radio" id="{{key}}-first" name="keep" value="first"{{#isFirst}} checked{{/isFirst}}><label for="{{key}}-first"><strong>{{first}}</strong><span class="line muted">first keying{{firstBy}}</span></label></div>
        <div class="choice"><input type="radio" id="{{key}}-second" name="keep" value="second"{{#isSecond}} checked{{/isSecond}}><label for="{{key}}-second"><strong>{{second}}</strong><span class="line muted">second keying, {{secondBy}}</span></label></div>
        <div class="choice"><input type="radio" id="{{key}}-other" name="keep" value="other"{{#isOther}} checked{{/isOther}}><label for="{{key}}-other">neither; the sheet says</label> <input class="narrow" name="other" value="{{other}}" maxlength="40" autocomplete="off" aria-label="What the sheet says for {{item}}, as keyed; empty for blank"></div>
        </div>
        <div class="disagreement-why"><label for="{{key}}-reason">Why</label><input id="{{key}}-reason" name="reason" value="{{reason}}" maxlength="200" required><button class="small" type="submit">Settle<span class="visually-hidden"> {{item}} of {{reference}}</span></button></div>
        </fieldset>
        </form>
        </li>
        {{/open}}
        </ul>
        {{#hasSettled}}<section aria-labelledby="settled">
        <h2 id="settled">Settled</h2>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Settled, one a row">
        <table><thead><tr><th scope="col">Code</th><th scope="col">Wave</th><th scope="col">Item</th><th scope="col">First keying</th><th scope="col">Second keying</th><th scope="col">Settled by, and why</th></tr></thead>
        <tbody>
        {{#settled}}<tr><th scope="row"><code>{{reference}}</code></th><td>{{wave}}</td><td>{{item}}</td><td>{{first}}</td><td>{{second}}</td><td>{{.settled}}</td></tr>
        {{/settled}}
        </tbody></table>
        </div>
        </section>{{/hasSettled}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "drawn-name": #"""
        {{#.address}}<div class="drawn"><img src="{{.}}" alt="{{description}}"></div>{{/.address}}
        {{#.refusal}}<p class="error">{{.}}</p>{{/.refusal}}
        {{#.takenOut}}<p class="muted">{{.}}</p>{{/.takenOut}}
        """#,
        "evaluation": #"""
        {{<layout}}{{$main}}{{#page}}
        {{#confidence}}<p class="overline">Confidence and willingness</p>
        <h1>What changed</h1>
        <p class="finding">{{sentence}}</p>
        <p class="verdict"><span>Verdict</span> {{verdict}}</p>
        <p class="muted">{{pairs}} people who attended answered both times.</p>
        {{/confidence}}
        {{#nothingDrawn}}<p class="empty">There is nothing to draw yet: nobody has answered both before and after.</p>{{/nothingDrawn}}
        {{#figures}}{{>figure}}{{/figures}}
        <section aria-labelledby="who">
        <h2 id="who">Who answered</h2>
        <p>{{attended}} attended. A share is of those whose turn it was and who agreed to be asked.</p>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Answers by survey">
        <table>
        <thead><tr><th scope="col">Survey</th><th class="number" scope="col">Answered</th><th class="number" scope="col">Due</th><th class="number" scope="col">Missing</th><th scope="col">Share</th></tr></thead>
        <tbody>
        {{#waves}}<tr><th scope="row">{{wave}}</th><td class="number">{{answered}}</td><td class="number">{{due}}</td><td class="number">{{missing}}</td><td><progress class="bar" max="100" value="{{bar}}" aria-hidden="true"></progress>{{share}}</td></tr>
        {{/waves}}
        </tbody>
        </table>
        </div>
        </section>
        <section aria-labelledby="missing">
        <h2 id="missing">Who is missing now</h2>
        {{#nobodyMissing}}<p class="empty">Nobody whose turn it is today.</p>{{/nobodyMissing}}
        <ul class="missing">
        {{#missing}}<li><strong>{{count}}</strong> {{wave}}: {{run}}<span class="line muted">codes {{references}}</span></li>
        {{/missing}}
        </ul>
        </section>
        {{#confidence}}<details>
        <summary>All findings in sentences</summary>
        <ul class="statements">
        {{#rest}}<li>{{.}}</li>
        {{/rest}}
        </ul>
        </details>
        <p><a class="button" href="/staff/evaluation/report.html">Report to print and keep</a></p>{{/confidence}}
        {{#calls}}<section aria-labelledby="calls">
        <h2 id="calls">{{title}}</h2>
        {{#.verdict}}<p class="verdict"><span>Verdict</span> {{.}}</p>{{/.verdict}}
        {{#.whyNot}}<p class="empty">{{.}}</p>{{/.whyNot}}
        <ul class="statements">
        {{#statements}}<li>{{.}}</li>
        {{/statements}}
        </ul>
        <p><a class="button" href="/staff/evaluation/calls">Month by month, with other designs</a></p>
        </section>{{/calls}}
        {{#cost}}<section aria-labelledby="cost">
        <h2 id="cost">What it cost</h2>
        {{#.whyNot}}<p class="empty">{{.}}</p>{{/.whyNot}}
        {{^.whyNot}}<div class="table-scroll" tabindex="0" role="region" aria-label="What it cost, table">
        <table>
        <thead><tr><th scope="col">Of what</th><th scope="col">Amount</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{name}}</th><td>{{value}}</td></tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        <details>
        <summary>What these amounts rest on</summary>
        <ul class="statements">
        {{#statements}}<li>{{.}}</li>
        {{/statements}}
        </ul>
        </details>{{/.whyNot}}
        </section>{{/cost}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "field": #"""
        <div class="field{{#.error}} has-error{{/.error}}">
        <label for="{{name}}">{{label}}</label>
        {{#.hint}}<p class="hint" id="{{name}}-hint">{{.}}</p>{{/.hint}}
        {{#.error}}<p class="error" id="{{name}}-error"><span class="visually-hidden">Error: </span>{{.}}</p>{{/.error}}
        <input class="{{width}}" id="{{name}}" name="{{name}}" type="{{type}}" value="{{value}}" maxlength="{{longest}}"{{#.autocomplete}} autocomplete="{{.}}"{{/.autocomplete}}{{#.inputMode}} inputmode="{{.}}"{{/.inputMode}}{{#.describedBy}} aria-describedby="{{.}}"{{/.describedBy}}{{#isAnyScript}} dir="auto"{{/isAnyScript}}{{#.error}} aria-invalid="true"{{/.error}}{{#isRequired}} required{{/isRequired}}>
        </div>
        """#,
        "figure": #"""
        <figure class="figure">
        <picture><source media="(max-width: 40rem)" srcset="{{narrowAddress}}"><img src="{{address}}" alt="{{text}}" width="{{width}}" height="{{height}}"></picture>
        <details>
        <summary>The numbers of this figure as a table</summary>
        {{#table}}{{>table}}{{/table}}
        </details>
        </figure>
        """#,
        "finder": #"""
        <form class="finder" method="get" action="/courses" role="search" aria-label="Find a course">
        <div class="field">
        <label for="area">Where</label>
        <select id="area" name="area">
        {{>area-options}}
        </select>
        </div>
        {{#from}}{{>field}}{{/from}}
        <button type="submit">Find a course</button>
        </form>
        """#,
        "home": #"""
        {{<layout}}{{$main}}{{#page}}
        <section class="hero">
        <div class="hero-text">
        <h1>Learn to calm trouble before it grows</h1>
        <p class="lead">Short courses near you, all practice and no heroics: notice trouble early, speak so that things calm down, and walk away well.</p>
        </div>
        <svg class="hero-art" viewBox="0 0 420 300" aria-hidden="true" focusable="false"><circle class="art-one" cx="160" cy="150" r="128"/><circle class="art-two" cx="262" cy="150" r="128"/><path class="art-lens" d="M211 32.6a128 128 0 0 1 0 234.8a128 128 0 0 1 0-234.8z"/><path class="art-line" d="M0 214c70-26 128-30 196-8s146 26 224-6"/></svg>
        {{#finder}}{{>finder}}{{/finder}}
        </section>
        <section class="three" aria-labelledby="how">
        <h2 id="how">How it works</h2>
        <ol class="steps">
        <li><h3>Find a date</h3><p>Courses run in many areas, in daytime and in the evening. You need no account.</p></li>
        <li><h3>Practise in a small group</h3><p>In threes, never with touching. You may sit out anything. Leaving is always a full success.</p></li>
        <li><h3>Take home a certificate</h3><p>With your name right in its own script, which anybody can check.</p></li>
        </ol>
        </section>
        <section aria-labelledby="next">
        <div class="section-head"><h2 id="next">Next free places</h2><a href="/courses">All {{count}}</a></div>
        {{^next}}<p class="empty">There is no course with free places at the moment. Look at <a href="/courses">all courses</a>: most have a waiting list.</p>{{/next}}
        <ul class="course-list">
        {{#next}}{{>course-card}}{{/next}}
        </ul>
        </section>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "key-survey": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="crumb"><a href="{{back}}">Surveys of this run</a></p>
        <p class="overline">{{heading}}</p>
        <h1>{{>person-name}} <span class="muted">{{reference}}</span></h1>
        <p class="lead">{{lead}}</p>
        {{#.place}}<p class="muted">{{.}}</p>{{/.place}}
        <form class="keying" id="keying" method="post" action="{{action}}" novalidate>
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="wave" value="{{wave}}">
        <input type="hidden" name="entry" value="{{entry}}">
        <p class="keys" id="keying-keys" hidden><kbd>0</kbd>–<kbd>9</kbd> answer and go on, <kbd>+</kbd> or <kbd>T</kbd> for 10, <kbd>X</kbd> or <kbd>-</kbd> for “does not apply / cannot say”, <kbd>Enter</kbd> leaves it blank, <kbd>↑</kbd> <kbd>↓</kbd> between lines, <kbd>Backspace</kbd> takes back. Ticks: press every number, then <kbd>Enter</kbd>.</p>
        <p class="key-count" id="keying-count" hidden></p>
        <p class="visually-hidden" role="status" id="keying-status"></p>
        {{#sections}}<section class="key-section">
        <h2>{{title}}</h2>
        {{#.question}}<p class="muted">{{.}}</p>{{/.question}}
        <ul class="key-rows">
        {{#rows}}<li class="key-row{{#isWords}} key-row-words{{/isWords}}{{#.error}} has-error{{/.error}}" data-row="{{code}}" data-kind="{{kind}}" data-lowest="{{lowest}}" data-highest="{{highest}}"{{#takesNone}} data-none="x"{{/takesNone}}{{#.asked}} data-asked-after="{{item}}" data-any-of="{{anyOf}}"{{/.asked}}>
        <label for="{{code}}"><span class="key-code">{{code}}</span> <span class="key-text">{{text}}</span></label>
        {{#isWords}}<textarea id="{{code}}" name="{{code}}" rows="2" dir="auto" aria-describedby="{{code}}-hint">
        {{value}}</textarea>{{/isWords}}{{^isWords}}<input id="{{code}}" name="{{code}}" value="{{value}}" maxlength="40" autocomplete="off" aria-describedby="{{code}}-hint"{{#.error}} aria-invalid="true"{{/.error}}{{#isFirst}} autofocus{{/isFirst}}>{{/isWords}}
        <p class="key-hint" id="{{code}}-hint">{{hint}}{{#.error}}<span class="line error">{{.}}</span>{{/.error}}</p>
        <p class="key-options">{{#options}}<span class="key-option" data-option="{{key}}"><b>{{key}}</b> {{label}}</span> {{/options}}</p></li>
        {{/rows}}
        </ul>
        </section>
        {{/sections}}
        <div class="panel key-end">
        {{#.reason}}{{>field}}{{/.reason}}
        <div class="pair">{{#.day}}{{>field}}{{/.day}}{{#.modes}}{{>radios}}{{/.modes}}</div>
        <p class="actions">{{#isCorrection}}<button type="submit">Save the correction</button>{{/isCorrection}}{{^isCorrection}}<button id="keying-next" type="submit" name="next" value="yes">Save and next sheet</button> <button class="button-quiet" type="submit">Save and stop</button>{{/isCorrection}}{{#.again}} <a href="{{.}}">Key it a second time instead</a>{{/.again}}</p>
        </div>
        </form>
        {{#hasHistory}}<section aria-labelledby="history">
        <h2 id="history">What it said before</h2>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Changes, one a row">
        <table><thead><tr><th scope="col">Item</th><th scope="col">Was</th><th scope="col">Became</th><th scope="col">By</th><th scope="col">When</th><th scope="col">Why</th></tr></thead>
        <tbody>
        {{#history}}<tr><th scope="row">{{item}}</th><td>{{from}}</td><td>{{to}}</td><td>{{by}}</td><td>{{when}}</td><td>{{reason}}</td></tr>
        {{/history}}
        </tbody></table>
        </div>
        </section>{{/hasHistory}}
        {{#hasNotes}}<section aria-labelledby="known">
        <h2 id="known">What is known</h2>
        <ul>
        {{#notes}}<li>{{text}}{{#.reason}}<span class="line muted">{{.}}</span>{{/.reason}}</li>
        {{/notes}}
        </ul>
        </section>{{/hasNotes}}
        {{#.noteAction}}<details class="row-more key-note"><summary>There is no sheet, and perhaps none will come</summary>
        <form class="panel" method="post" action="{{.}}" novalidate>
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="wave" value="{{wave}}">
        {{#kinds}}{{>radios}}{{/kinds}}
        <div class="pair">{{#notedOn}}{{>field}}{{/notedOn}}{{#words}}{{>field}}{{/words}}</div>
        <button class="button-quiet" type="submit">Note it</button>
        </form></details>{{/.noteAction}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "keys": #"""
        {{<layout}}{{$main}}{{#page}}
        <h1>Keys of our certificates</h1>
        <p class="lead">Every certificate file carries what it certifies and a signature. With these keys anybody can check it, years later and without asking us.</p>
        {{#isEmpty}}<p class="empty">No certificate has been signed here yet.</p>{{/isEmpty}}
        {{^isEmpty}}<div class="table-scroll" tabindex="0" role="region" aria-label="Keys">
        <table><thead><tr><th scope="col">Key</th><th scope="col">Signs since</th><th scope="col">Until</th><th scope="col">Ed25519 public key, base 64</th></tr></thead>
        <tbody>
        {{#keys}}<tr><th scope="row"><code>{{name}}</code></th><td>{{since}}</td><td>{{#.retired}}{{.}}{{/.retired}}{{^.retired}}now{{/.retired}}</td><td><code class="key">{{publicKey}}</code></td></tr>
        {{/keys}}</tbody></table>
        </div>
        <p><a class="button" href="{{file}}" download="key.json">Save the keys as a file</a></p>{{/isEmpty}}
        <h2>How to check a file</h2>
        <p>The signature is Ed25519 (RFC 8032) over the facts in canonical JSON (RFC 8785). Both lie in the file's metadata (XMP) under <code>urn:commonground:certificate:1</code> as <code>facts</code> and <code>signature</code>. In the facts, <code>key</code> names the key, and <code>file</code> is the SHA-256 of the whole file with its own digits and those of the signature as zeros. A key that has been retired still proves what it signed.</p>
        <p>A signature cannot know what happened later. Whether a certificate was taken back or replaced, <a href="/verify">its number</a> tells.</p>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "layout": #"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{frame.title}}</title>
        <link rel="stylesheet" href="{{frame.styles}}">
        {{#frame.script}}<script src="{{.}}" defer></script>{{/frame.script}}
        </head>
        <body class="{{#frame.isStaff}}staff{{/frame.isStaff}}{{^frame.isStaff}}public{{/frame.isStaff}}">
        <a class="skip" href="#main">Skip to the content</a>
        {{#frame.isDemonstration}}<aside class="ribbon" aria-label="Demonstration"><p><strong>Made-up people.</strong> This is a demonstration: nobody here is real, and nothing you do here is kept for real.</p></aside>{{/frame.isDemonstration}}
        <header class="site">
        <div class="wrap bar">
        <a class="brand" href="{{#frame.isStaff}}/staff{{/frame.isStaff}}{{^frame.isStaff}}/{{/frame.isStaff}}"><svg class="mark" viewBox="0 0 44 28" width="44" height="28" aria-hidden="true" focusable="false"><circle class="mark-one" cx="15" cy="14" r="12"/><circle class="mark-two" cx="29" cy="14" r="12"/><path class="mark-lens" d="M22 4.25a12 12 0 0 1 0 19.5a12 12 0 0 1 0-19.5z"/></svg><span>CommonGround</span></a>
        <nav aria-label="Main"><ul>
        {{#frame.navigation}}<li><a href="{{address}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a></li>
        {{/frame.navigation}}
        </ul></nav>
        <div class="who">
        {{#frame.account}}<p><bdi>{{name}}</bdi> <span class="role">{{role}}</span></p>
        <form method="post" action="/sign-out"><input type="hidden" name="form_token" value="{{frame.formToken}}"><button class="plain" type="submit">Sign out</button></form>{{/frame.account}}
        {{^frame.account}}<a class="quiet" href="/sign-in">Staff</a>{{/frame.account}}
        </div>
        </div>
        </header>
        {{#frame.hasQuickExit}}<nav class="leave" aria-label="Leave this page"><a class="quick-exit" href="https://www.bbc.co.uk/weather" rel="noreferrer">Leave quickly</a></nav>{{/frame.hasQuickExit}}
        <main id="main" tabindex="-1">
        <div class="wrap">
        {{#frame.notice}}<div class="notice" role="status"><p>{{.}}</p></div>{{/frame.notice}}
        {{#frame.summary}}<div class="error-summary" role="alert" aria-labelledby="error-title" tabindex="-1">
        <h2 id="error-title">There is a problem</h2>
        <ul>
        {{#items}}<li>{{#.address}}<a href="{{.}}">{{text}}</a>{{/.address}}{{^.address}}{{text}}{{/.address}}</li>
        {{/items}}
        </ul>
        </div>{{/frame.summary}}
        {{$main}}{{/main}}
        {{#frame.terminal}}<details class="terminal"{{#isOpen}} open{{/isOpen}}>
        <summary>The same in a terminal</summary>
        {{#commands}}<pre tabindex="0"><code translate="no" dir="ltr"><span class="prompt" aria-hidden="true">$ </span>{{.}}</code></pre>
        {{/commands}}
        </details>{{/frame.terminal}}
        </div>
        </main>
        <footer class="site">
        <div class="wrap">
        <p class="footer-line">CommonGround helps people meet trouble calmly, and walk away from it well.</p>
        <p class="danger-line">In danger now? Call <strong>999</strong>. If you cannot speak, press <strong>55</strong>.</p>
        <ul><li><a href="/courses">Courses</a></li><li><a href="/verify">Check a certificate</a></li><li><a href="/privacy">Your data</a></li><li><a href="/accessibility">Accessibility</a></li><li><a href="/sign-in">For staff</a></li></ul>
        </div>
        </footer>
        </body>
        </html>
        """#,
        "list": #"""
        <div class="field{{#.error}} has-error{{/.error}}">
        <label for="{{name}}">{{label}}</label>
        {{#.hint}}<p class="hint" id="{{name}}-hint">{{.}}</p>{{/.hint}}
        {{#.error}}<p class="error" id="{{name}}-error"><span class="visually-hidden">Error: </span>{{.}}</p>{{/.error}}
        <select id="{{name}}" name="{{name}}"{{#.describedBy}} aria-describedby="{{.}}"{{/.describedBy}}{{#.error}} aria-invalid="true"{{/.error}}>
        {{#choices}}<option value="{{value}}"{{#isChosen}} selected{{/isChosen}}>{{label}}</option>
        {{/choices}}
        </select>
        </div>
        """#,
        "message": #"""
        {{<layout}}{{$main}}{{#page}}
        <div class="narrow-page">
        <h1>{{heading}}</h1>
        <p class="lead">{{sentence}}</p>
        {{#back}}<p><a class="button" href="{{address}}">{{label}}</a></p>{{/back}}
        </div>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "person-name": #"""
        {{#name}}<bdi{{#.language}} lang="{{.}}"{{/.language}}>{{text}}</bdi>{{/name}}
        """#,
        "planner": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="overline">Planner</p>
        <h1>Could it have been seen?</h1>
        {{#isStart}}<p class="muted">The numbers are those of the Thames Valley pilot and assumptions about it. Put your own in their place.</p>{{/isStart}}
        {{#.outcome}}<section class="plan-outcome{{#isEnough}} is-enough{{/isEnough}}" aria-labelledby="sentence">
        <h2 class="visually-hidden" id="sentence">The answer</h2>
        <p class="finding">{{headline}}</p>
        {{#.concentration}}<p class="finding finding-second">{{.}}</p>{{/.concentration}}
        {{#.figure}}<figure class="figure"><div class="figure-scroll" tabindex="0" role="region" aria-label="Figure"><img src="{{.}}" alt="{{figureText}}"></div></figure>{{/.figure}}
        <p class="verdict"><span>Verdict</span> {{verdict}}</p>
        <ul class="statements">
        {{#rest}}<li>{{.}}</li>
        {{/rest}}
        </ul>
        </section>{{/.outcome}}
        {{#.power}}<section aria-labelledby="power">
        <h2 id="power">How many people, in how few areas, for how long</h2>
        <p class="muted">Everything on this page is reckoned in closed form; the command below simulates it as well.</p>
        {{#.people}}{{>table}}{{/.people}}
        {{#.figure}}{{>figure}}{{/.figure}}
        <ul class="statements">
        {{#statements}}<li>{{.}}</li>
        {{/statements}}
        </ul>
        </section>{{/.power}}
        {{#.rollout}}<section aria-labelledby="rollout">
        <h2 id="rollout">{{title}}</h2>
        {{#.figure}}{{>figure}}{{/.figure}}
        {{#.next}}{{>table}}{{/.next}}
        {{#.order}}{{>table}}{{/.order}}
        <ul class="statements">
        {{#statements}}<li>{{.}}</li>
        {{/statements}}
        </ul>
        {{#.attribution}}<p class="muted">{{.}}</p>{{/.attribution}}
        </section>{{/.rollout}}
        <form class="planner" method="get" action="/staff/planner">
        {{#groups}}<fieldset class="panel"><legend>{{title}}</legend>
        {{#.hint}}<p class="hint">{{.}}</p>{{/.hint}}
        <div class="grid">
        {{#fields}}{{>field}}{{/fields}}
        </div>
        </fieldset>
        {{/groups}}
        <button type="submit">Reckon again</button>
        </form>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "privacy": #"""
        {{<layout}}{{$main}}
        <h1>Your data</h1>
        <p class="lead">We keep what we need to run a course safely and to know whether it helps, and nothing else.</p>
        <h2>What we keep when you book</h2>
        <ul class="statements">
        <li>Your name, because it stands on the register and the certificate. It is kept exactly as you give it.</li>
        <li>An e-mail address and a telephone number, if you give them, to write or ring about this booking.</li>
        <li>What you need to take part. Only the trainers of your course read it.</li>
        <li>The area you live in, if you say so. We do not keep your address or postcode.</li>
        <li>What you do in the community, in the words you chose.</li>
        </ul>
        <h2>What is your own choice</h2>
        <p>Surveys, later letters, linking your answers with figures of your area, and quoting your words are four separate choices. Your place does not depend on any of them, and you can change your mind at any time.</p>
        <h2>Who reads it</h2>
        <p>The trainers of your course see the register. The programme's manager sees bookings. Whoever measures the programme sees answers under a code, never beside a name. Figures that leave the office hide small numbers, so that nobody can be picked out. Everything that is changed is noted: what, when and by whom.</p>
        <h2>What you write in your own words</h2>
        <p>Words of your own are kept apart from your other answers, for two years. They are in no file we give out, and nobody is quoted who did not say yes to it. You can change or empty them with your link while the survey is open. If you tell us that somebody was threatened or hurt, our safeguarding lead hears of it only when you agree, or when you say that somebody is still in danger.</p>
        <h2>Your private link</h2>
        <p>Whoever has it can open your booking. We keep only a fingerprint of it, so that nobody here can use it, and it stops working 400 days after the course.</p>
        <h2>Cookies</h2>
        <p>One random cookie protects the forms, and a second one keeps staff signed in. Neither follows you anywhere, and nothing on this site comes from anywhere else.</p>
        <h2>What you can ask</h2>
        <p>You can ask what we hold about you, have it corrected or have it deleted. Ask the organisation that gives your course; it is named on the course's page and on your certificate. If you are not satisfied, the Information Commissioner's Office listens: 0303 123 1113.</p>
        {{/main}}{{/layout}}
        """#,
        "programmes": #"""
        {{<layout}}{{$main}}{{#page}}
        <h1>Programmes</h1>
        <p class="muted">What was reached until today against what was planned for the quarters that have begun; the areas furthest behind come first.</p>
        {{#isEmpty}}<p class="empty">No programme is on record yet. Add one in a terminal with "programmes put".</p>{{/isEmpty}}
        {{#parts}}<section class="programme">
        <h2>{{name}}</h2>
        <p class="muted">{{commissioner}}, delivered by {{provider}}. {{dates}}{{#.funding}}, {{.}}{{/.funding}}.</p>
        {{#isEmpty}}<p class="empty">No target is decided and nothing is counted yet.</p>{{/isEmpty}}
        <div class="measures">
        {{#measures}}<div class="table-scroll" tabindex="0" role="region" aria-label="{{title}}, {{name}}">
        <table>
        <caption>{{title}}: <strong>{{total}}</strong></caption>
        <thead><tr><th scope="col">Area</th><th class="number" scope="col">Reached</th><th class="number" scope="col">Planned</th><th scope="col">Share</th></tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{area}}</th><td class="number">{{reached}}</td><td class="number">{{planned}}</td><td><progress class="bar" max="100" value="{{bar}}" aria-hidden="true"></progress>{{share}}</td></tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        {{/measures}}
        </div>
        </section>
        {{/parts}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "radios": #"""
        <fieldset class="field choices{{#.error}} has-error{{/.error}}"{{#.describedBy}} aria-describedby="{{.}}"{{/.describedBy}}>
        <legend>{{label}}</legend>
        {{#.hint}}<p class="hint" id="{{name}}-hint">{{.}}</p>{{/.hint}}
        {{#.error}}<p class="error" id="{{name}}-error"><span class="visually-hidden">Error: </span>{{.}}</p>{{/.error}}
        {{#choices}}<div class="choice"><input type="radio" id="{{id}}" name="{{name}}" value="{{value}}"{{#isChosen}} checked{{/isChosen}}><label for="{{id}}">{{label}}</label></div>
        {{/choices}}
        </fieldset>
        """#,
        "register": #"""
        {{<layout}}{{$main}}{{#page}}
        {{#card}}<p class="crumb"><a href="{{address}}">Run {{id}}</a></p>
        <h1>Register</h1>
        <p class="lead">{{title}}, {{venue}}, {{area}}</p>{{/card}}
        <p class="when">{{when}}</p>
        <ul class="tabs">
        {{#tabs}}<li><a href="{{address}}"{{#isCurrent}} aria-current="page"{{/isCurrent}}>{{label}}</a></li>
        {{/tabs}}
        </ul>
        {{#hasNeeds}}<section class="needs" aria-labelledby="needs">
        <h2 id="needs">Before they come in</h2>
        <ul>
        {{#needs}}<li><strong>{{>person-name}}</strong>: {{needs}}</li>
        {{/needs}}
        </ul>
        </section>{{/hasNeeds}}
        {{#.result}}<section class="panel issue-result" aria-labelledby="issued" id="result">
        <h2 id="issued">{{sentence}}</h2>
        {{#hasNotIssued}}<h3>Not issued, and why</h3>
        <ul class="reasons">
        {{#notIssued}}<li><strong>{{>person-name}}</strong><span class="line">{{reason}}</span></li>
        {{/notIssued}}
        </ul>{{/hasNotIssued}}
        <ul class="issued">
        {{#issued}}<li>{{>person-name}} <a href="{{file}}">PDF<span class="visually-hidden"> of {{#name}}{{text}}{{/name}}</span></a> <a class="muted" href="{{verify}}"><code>{{number}}</code></a></li>
        {{/issued}}
        </ul>
        {{#printFile}}<p class="actions"><a class="button" href="{{.}}">Print all (PDF)</a></p>{{/printFile}}
        </section>{{/.result}}
        {{#isEmpty}}<p class="empty">Nobody has a place on this run yet. Add people at the door below.</p>{{/isEmpty}}
        <form class="register" id="register" method="post" action="{{action}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="sitting" value="{{sitting}}">
        <div class="register-head">
        <p class="count" id="register-count">{{count}}</p>
        {{^isEmpty}}<p class="register-buttons"><button type="submit" name="all_present" value="yes">Mark all present</button></p>{{/isEmpty}}
        </div>
        {{#.reason}}{{>field}}{{/.reason}}
        <p class="keys" id="register-keys" hidden>Keys on a row: <kbd>P</kbd> present, <kbd>L</kbd> late, <kbd>E</kbd> left early, <kbd>B</kbd> both, <kbd>A</kbd> absent, <kbd>U</kbd> not recorded, <kbd>↑</kbd> <kbd>↓</kbd> between rows. Every mark is saved at once.</p>
        <p class="visually-hidden" role="status" id="register-status"></p>
        <ol class="rows">
        {{#lines}}<li class="row{{#.error}} has-error{{/.error}}{{^isRecorded}} is-open{{/isRecorded}}" data-row="{{booking}}">
        <fieldset>
        <legend><span class="row-number">{{number}}</span> {{>person-name}}{{#isWalkIn}} <span class="tag">at the door</span>{{/isWalkIn}}<span class="visually-hidden">: {{status}}</span></legend>
        <p class="row-status" data-status aria-hidden="true">{{status}}</p>
        {{#.error}}<p class="error">{{.}}</p>{{/.error}}
        <div class="marks">
        {{#marks}}<span class="mark"><input type="radio" id="{{id}}" name="mark_{{booking}}" value="{{value}}" data-key="{{key}}"{{#isChosen}} checked{{/isChosen}}><label for="{{id}}">{{label}}</label></span>
        {{/marks}}
        <span class="minutes minutes-late"><label for="late_{{booking}}">min late</label><input id="late_{{booking}}" name="late_{{booking}}" inputmode="numeric" maxlength="3" value="{{late}}"></span>
        <span class="minutes minutes-early"><label for="early_{{booking}}">min early</label><input id="early_{{booking}}" name="early_{{booking}}" inputmode="numeric" maxlength="3" value="{{early}}"></span>
        </div>
        <p class="row-name"><img src="{{drawing}}" alt="{{#name}}{{text}}{{/name}}, as the certificate draws it" loading="lazy"><a href="{{attendee}}">Is this right?<span class="visually-hidden"> {{#name}}{{text}}{{/name}}</span></a></p>
        <p class="row-extra">{{#waves}}<span class="{{#isAnswered}}done{{/isAnswered}}{{^isAnswered}}open{{/isAnswered}}">{{label}}: {{#isAnswered}}answered{{/isAnswered}}{{^isAnswered}}not yet{{/isAnswered}}</span> {{/waves}}{{#.file}}<a href="{{.}}">certificate (PDF)<span class="visually-hidden"> of {{#name}}{{text}}{{/name}}</span></a>{{/.file}}</p>
        </fieldset>
        </li>
        {{/lines}}
        </ol>
        {{^isEmpty}}<p class="register-buttons"><button class="button-quiet" type="submit" name="save" value="yes">Save the register</button></p>{{/isEmpty}}
        </form>
        <div class="columns columns-even">
        {{#.walkInAction}}<section class="panel" aria-labelledby="door">
        <h2 id="door">Somebody at the door</h2>
        <form method="post" action="{{.}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="sitting" value="{{sitting}}">
        <input type="hidden" name="attempt" value="{{attempt}}">
        {{#walkIn}}{{>field}}{{/walkIn}}
        {{#walkInLanguage}}{{>list}}{{/walkInLanguage}}
        <button type="submit">Add and mark present</button>
        </form>
        </section>{{/.walkInAction}}
        {{#.issueAction}}<section class="panel" aria-labelledby="certificates">
        <h2 id="certificates">Certificates</h2>
        <p>Everybody who earned one gets it; you see who did not and why. You can press this again later.</p>
        <form method="post" action="{{.}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="sitting" value="{{sitting}}">
        <button type="submit">Issue certificates</button>
        </form>
        {{#printFile}}<p><a href="{{.}}">Print all in one file (PDF)</a></p>{{/printFile}}
        {{#surveys}}<p><a href="{{.}}">Surveys: who has answered, and keying from paper</a></p>{{/surveys}}
        </section>{{/.issueAction}}
        </div>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "resend": #"""
        {{<layout}}{{$main}}{{#page}}
        <div class="narrow-page">
        <h1>{{heading}}</h1>
        <p class="lead">{{sentence}}</p>
        {{#.signIn}}<p><a href="{{.}}" target="_blank" rel="noopener">Sign in in another window</a></p>{{/.signIn}}
        <form method="post" action="{{action}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        {{#kept}}<input type="hidden" name="{{name}}" value="{{value}}">
        {{/kept}}
        <button type="submit">Send it again</button>
        </form>
        <p class="muted">Sending it again does the same thing once, not twice.</p>
        </div>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "run-card": #"""
        <li class="run-card">
        <div class="run-card-head"><h3><a href="{{address}}">Run {{id}}: {{title}}</a></h3><span class="state state-{{state}}">{{state}}</span></div>
        <p class="when">{{when}}</p>
        <p class="where">{{venue}}, {{area}}</p>
        <p class="taken">{{taken}}{{#.waiting}}, {{.}}{{/.waiting}}</p>
        <p class="links">{{#.register}}<a class="button" href="{{.}}">Register</a>{{/.register}}{{#.surveys}}<a class="button button-quiet" href="{{.}}">Surveys</a>{{/.surveys}}<a class="button button-quiet" href="{{address}}">Run</a></p>
        </li>
        """#,
        "run": #"""
        {{<layout}}{{$main}}{{#page}}
        {{#card}}<p class="crumb"><a href="/staff/runs">All runs</a></p>
        <div class="title-row"><h1>Run {{id}}: {{title}}</h1><span class="state state-{{state}}">{{state}}</span></div>
        <p class="lead">{{when}}, {{venue}}, {{area}}</p>
        <p class="links">{{#.register}}<a class="button" href="{{.}}">Register</a>{{/.register}}{{#.surveys}}<a class="button button-quiet" href="{{.}}">Surveys</a>{{/.surveys}}{{/card}}{{#.newBooking}}<a class="button button-quiet" href="{{.}}">Book for somebody</a>{{/.newBooking}}{{#.publicPage}}<a class="button button-quiet" href="{{.}}">Public page</a>{{/.publicPage}}</p>
        {{#equation}}<section class="equation" aria-label="Places">
        <p><strong>{{capacity}}</strong> places</p><p aria-hidden="true">=</p><p><strong>{{confirmed}}</strong> taken</p><p aria-hidden="true">+</p><p><strong>{{free}}</strong> free</p><p class="aside"><strong>{{waiting}}</strong> waiting</p>
        {{#.beyond}}<p class="aside">{{.}}</p>{{/.beyond}}
        </section>{{/equation}}
        <dl class="facts">
        <div><dt>Sittings</dt><dd>{{#sittings}}<span class="line">{{.}}</span>{{/sittings}}</dd></div>
        <div><dt>Trainers</dt><dd>{{trainers}}</dd></div>
        {{#.address}}<div><dt>Address</dt><dd>{{.}}</dd></div>{{/.address}}
        {{#.access}}<div><dt>Getting in</dt><dd>{{.}}</dd></div>{{/.access}}
        <div><dt>Public booking until</dt><dd>{{closes}}</dd></div>
        </dl>
        <div class="steps-row">
        {{#steps}}<form method="post" action="{{action}}"><input type="hidden" name="form_token" value="{{frame.formToken}}"><button class="button-quiet" type="submit">{{label}}</button></form>
        {{/steps}}
        </div>
        {{#seesBookings}}
        <section aria-labelledby="confirmed">
        <h2 id="confirmed">Has a place: {{confirmedCount}}</h2>
        {{^confirmed}}<p class="empty">Nobody has booked yet.</p>{{/confirmed}}
        <div class="table-scroll" tabindex="0" role="region" aria-label="People with a place">
        <table><thead><tr><th scope="col">Name</th><th scope="col">Code</th><th scope="col">Contact</th><th scope="col">From</th><th scope="col">Change</th></tr></thead>
        <tbody>
        {{#confirmed}}{{>booking-row}}{{/confirmed}}
        </tbody></table>
        </div>
        </section>
        <section aria-labelledby="waiting">
        <h2 id="waiting">Waiting, in order</h2>
        {{^waiting}}<p class="empty">Nobody waits.</p>{{/waiting}}
        <div class="table-scroll" tabindex="0" role="region" aria-label="People waiting">
        <table><thead><tr><th scope="col">Place</th><th scope="col">Name</th><th scope="col">Code</th><th scope="col">Contact</th><th scope="col">From</th><th scope="col">Change</th></tr></thead>
        <tbody>
        {{#waiting}}{{>booking-row}}{{/waiting}}
        </tbody></table>
        </div>
        </section>
        {{/seesBookings}}
        {{#.cancelAction}}<details class="danger">
        <summary>Cancel this run</summary>
        <p>Every booking ends and everybody is told why. This cannot be taken back.</p>
        <form method="post" action="{{.}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        {{#reason}}{{>field}}{{/reason}}
        <button class="warn" type="submit">Cancel this run</button>
        </form>
        </details>{{/.cancelAction}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "runs": #"""
        {{<layout}}{{$main}}{{#page}}
        <h1>Runs</h1>
        <form class="finder" method="get" action="/staff/runs" role="search" aria-label="Find a run">
        <div class="field">
        <label for="area">Area</label>
        <select id="area" name="area">
        {{>area-options}}
        </select>
        </div>
        {{#from}}{{>field}}{{/from}}
        {{#states}}{{>list}}{{/states}}
        <button type="submit">Show</button>
        </form>
        <p class="count" role="status">{{count}}</p>
        {{#isEmpty}}<p class="empty">No run matches. Choose another area, day or state.</p>{{/isEmpty}}
        {{^isEmpty}}<div class="table-scroll" tabindex="0" role="region" aria-label="Runs">
        <table>
        <thead><tr><th scope="col">Run</th><th scope="col">When</th><th scope="col">Course</th><th scope="col">Where</th><th scope="col">Places</th><th scope="col">State</th><th scope="col"><span class="visually-hidden">Go to</span></th></tr></thead>
        <tbody>
        {{#runs}}<tr><th scope="row"><a href="{{address}}">{{id}}</a></th><td>{{when}}</td><td>{{title}}</td><td>{{venue}}<span class="line muted">{{area}}</span></td><td>{{taken}}{{#.waiting}}<span class="line muted">{{.}}</span>{{/.waiting}}</td><td><span class="state state-{{state}}">{{state}}</span></td><td>{{#.register}}<a href="{{.}}">Register<span class="visually-hidden"> of run {{id}}</span></a>{{/.register}}</td></tr>
        {{/runs}}
        </tbody>
        </table>
        </div>{{/isEmpty}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "sign-in-link": #"""
        {{<layout}}{{$main}}{{#page}}
        <div class="narrow-page">
        <h1>Sign in</h1>
        <p class="lead">This link works once.</p>
        <form class="panel" method="post" action="{{action}}">
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        {{#.next}}<input type="hidden" name="next" value="{{.}}">{{/.next}}
        <button type="submit">Sign me in</button>
        </form>
        <p class="muted">You stay signed in on this device for twelve hours, or until you sign out.</p>
        </div>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "sign-in": #"""
        {{<layout}}{{$main}}{{#page}}
        <div class="narrow-page">
        <h1>Sign in</h1>
        <p class="muted">For trainers, managers, evaluators and data protection officers. To see a booking, use its private link; you need no account.</p>
        <form class="panel" method="post" action="{{action}}" novalidate>
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        {{#.next}}<input type="hidden" name="next" value="{{.}}">{{/.next}}
        {{#email}}{{>field}}{{/email}}
        {{#password}}{{>field}}{{/password}}
        <button type="submit">Sign in</button>
        </form>
        <p>Forgotten it? Ask the programme manager for a one-time link.</p>
        </div>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "survey-item": #"""
        <fieldset class="item{{#.error}} has-error{{/.error}}" data-item="{{code}}"{{#.asked}} data-asked-after="{{item}}" data-any-of="{{anyOf}}"{{/.asked}}{{#.describedBy}} aria-describedby="{{.}}"{{/.describedBy}}>
        <legend>{{#.story}}<span class="story">{{.}}</span>{{/.story}}{{^.story}}{{text}}{{/.story}}</legend>
        {{#.hint}}<p class="hint" id="{{code}}-hint">{{.}}</p>{{/.hint}}
        {{#.error}}<p class="error" id="{{code}}-error"><span class="visually-hidden">Error: </span>{{.}}</p>{{/.error}}
        {{#.scale}}<div class="scale">
        <div class="points">
        {{#rows}}{{#points}}<span class="point"><input type="radio" id="{{id}}" name="{{code}}" value="{{value}}"{{#isChosen}} checked{{/isChosen}}><label for="{{id}}">{{value}}{{#.words}}<span class="visually-hidden">, {{.}}</span>{{/.words}}</label></span>
        {{/points}}{{/rows}}
        </div>
        <p class="anchors" aria-hidden="true">{{#.lowest}}<span>{{.}}</span>{{/.lowest}}{{#.middle}}<span>{{.}}</span>{{/.middle}}{{#.highest}}<span>{{.}}</span>{{/.highest}}</p>
        </div>{{/.scale}}
        {{#.choices}}{{#isSeveral}}<input type="hidden" name="{{code}}" value="">{{/isSeveral}}{{#options}}<div class="choice"><input type="{{type}}" id="{{id}}" name="{{code}}" value="{{value}}"{{#isChosen}} checked{{/isChosen}}><label for="{{id}}">{{label}}</label></div>
        {{/options}}{{/.choices}}
        {{#.number}}<input class="narrow" type="text" inputmode="numeric" id="{{code}}" name="{{code}}" value="{{value}}" maxlength="6" aria-label="{{text}}">{{/.number}}
        {{#.words}}<textarea id="{{code}}" name="{{code}}" rows="4" maxlength="{{most}}" dir="auto" aria-label="{{text}}">
        {{value}}</textarea>{{/.words}}
        {{#.cannotSay}}<div class="choice cannot-say"><input type="radio" id="{{id}}" name="{{code}}" value="{{value}}"{{#isChosen}} checked{{/isChosen}}><label for="{{id}}">{{label}}</label></div>{{/.cannotSay}}
        </fieldset>
        """#,
        "survey": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="crumb"><a href="{{booking}}">Your booking</a></p>
        <h1>{{heading}}</h1>
        <p class="muted">{{course}}</p>
        {{#isSaved}}<div class="outcome outcome-good"><p class="outcome-mark" aria-hidden="true">✓</p><div><p class="lead">Your answers are saved. {{saved}}</p>
        {{#.change}}<p><a href="{{.}}">Look at them or change them</a></p>{{/.change}}</div></div>{{/isSaved}}
        {{#.support}}<section class="support" aria-labelledby="support">
        <h2 id="support">You are not alone with it</h2>
        <p>{{.}}</p>
        <ul class="support-lines">
        <li><strong>In danger now: <a href="tel:999">999</a>.</strong> If you cannot speak, press 55 when you are asked.</li>
        <li><strong>Not urgent: <a href="tel:101">101</a></strong>, the police.</li>
        <li><strong>Somebody to talk to: <a href="tel:08081689111">08 08 16 89 111</a></strong>, Victim Support, free, day and night, whether or not you told the police.</li>
        </ul>
        </section>{{/.support}}
        {{^isSaved}}{{#.wave}}
        <div class="inset">{{#introduction}}<p>{{.}}</p>{{/introduction}}
        <p>Confidential, not anonymous: your answers are kept under a code, apart from your name.</p></div>
        <form class="survey-form" id="survey" method="post" action="{{action}}" novalidate>
        <input type="hidden" name="form_token" value="{{frame.formToken}}">
        <input type="hidden" name="wave" value="{{.}}">
        <div class="survey-progress"><label for="survey-count" id="survey-words">{{progress}}</label> <progress class="bar" id="survey-count" max="{{questions}}" value="{{answered}}"></progress> <span class="survey-state" id="survey-state" role="status"></span></div>
        {{#sections}}<section class="survey-section" id="part-{{code}}" aria-labelledby="part-{{code}}-title" tabindex="-1">
        <h2 id="part-{{code}}-title">{{title}} <span class="survey-part">{{part}}</span></h2>
        {{#.question}}<p class="question" id="part-{{code}}-question">{{.}}</p>{{/.question}}
        {{#items}}{{>survey-item}}{{/items}}
        {{#.next}}<p class="survey-next"><button class="button-quiet" type="submit" name="next" value="{{.}}">Save and go on</button></p>{{/.next}}
        </section>
        {{/sections}}
        <button type="submit">Save my answers</button>
        <p class="muted">You can leave out any question, and come back with the same link.</p>
        </form>{{/.wave}}
        {{^.wave}}<p>Nothing needs answering now.</p>{{/.wave}}{{/isSaved}}
        <ul class="survey-list">
        {{#standings}}<li><span>{{title}}</span> <span class="muted">{{#.address}}<a href="{{.}}">{{state}}</a>{{/.address}}{{^.address}}{{state}}{{/.address}}</span></li>
        {{/standings}}
        </ul>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "surveys": #"""
        {{<layout}}{{$main}}{{#page}}
        {{#card}}<p class="crumb"><a href="{{address}}">Run {{id}}</a></p>
        <h1>Surveys</h1>
        <p class="lead">{{title}}, {{when}}</p>{{/card}}
        {{#.quality}}<div class="entry-quality"><p>{{.}}</p>{{#disagreements}}<p><a class="button{{^open}} button-quiet{{/open}}" href="{{.}}">{{#open}}{{.}}{{/open}}{{^open}}Disagreements{{/open}}</a></p>{{/disagreements}}</div>{{/.quality}}
        {{#isEmpty}}<p class="empty">There is nobody to ask yet, or this course has no survey.</p>{{/isEmpty}}
        {{^isEmpty}}<ul class="key-piles">
        {{#waves}}<li><h2>{{label}}</h2><p class="key-pile-count">{{count}}<span class="visually-hidden"> have answered</span></p>{{#.others}}<p class="key-pile-others">{{.}}</p>{{/.others}}<p class="key-pile-links">{{#.key}}<a class="button" href="{{.}}">Key sheets<span class="visually-hidden">: {{label}}</span></a>{{/.key}}{{#.again}}<a class="button button-quiet" href="{{.}}">Key a second time<span class="visually-hidden">: {{label}}</span></a>{{/.again}}</p></li>
        {{/waves}}
        </ul>
        <div class="table-scroll" tabindex="0" role="region" aria-label="Who has answered">
        <table>
        <thead><tr><th scope="col">Name</th><th scope="col">Code</th>{{#waves}}<th scope="col">{{label}}</th>{{/waves}}</tr></thead>
        <tbody>
        {{#lines}}<tr><th scope="row">{{>person-name}}</th><td><code>{{reference}}</code></td>{{#cells}}<td>{{#isAnswered}}<span class="done">answered</span> {{/isAnswered}}{{#.action}}<a href="{{address}}">{{.}}<span class="visually-hidden">: {{label}}</span></a>{{/.action}}<span class="line muted">{{state}}</span></td>{{/cells}}</tr>
        {{/lines}}
        </tbody>
        </table>
        </div>{{/isEmpty}}
        {{/page}}{{/main}}{{/layout}}
        """#,
        "table": #"""
        <div class="table-scroll" tabindex="0" role="region" aria-label="{{caption}}, table">
        <table>
        <caption>{{caption}}</caption>
        <thead><tr>{{#headings}}<th class="{{style}}" scope="col">{{.text}}</th>{{/headings}}</tr></thead>
        <tbody>
        {{#rows}}<tr><th scope="row">{{name}}</th>{{#cells}}<td class="{{style}}">{{.text}}</td>{{/cells}}</tr>
        {{/rows}}
        </tbody>
        </table>
        </div>
        """#,
        "today": #"""
        {{<layout}}{{$main}}{{#page}}
        <p class="overline">{{date}}</p>
        <h1>Today</h1>
        {{^today}}<p class="empty">{{#isOwn}}You teach nothing today.{{/isOwn}}{{^isOwn}}No course takes place today.{{/isOwn}}</p>{{/today}}
        <h2 class="visually-hidden">Runs of today</h2>
        <ul class="run-list run-list-today">
        {{#today}}{{>run-card}}{{/today}}
        </ul>
        <div class="columns columns-even">
        <section aria-labelledby="next">
        <h2 id="next">What comes</h2>
        {{^next}}<p class="empty">Nothing is planned in the next sixty days.</p>{{/next}}
        <ul class="run-list">
        {{#next}}{{>run-card}}{{/next}}
        </ul>
        </section>
        <section aria-labelledby="last">
        <h2 id="last">The last eight days</h2>
        {{^last}}<p class="empty">Nothing was held.</p>{{/last}}
        <ul class="run-list">
        {{#last}}{{>run-card}}{{/last}}
        </ul>
        </section>
        </div>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "verified": #"""
        {{<layout}}{{$main}}{{#page}}
        <div class="outcome{{#isValid}} outcome-good{{/isValid}}{{^isValid}} outcome-ended{{/isValid}}">
        <p class="outcome-mark" aria-hidden="true">{{#isValid}}✓{{/isValid}}{{^isValid}}!{{/isValid}}</p>
        <div><h1>{{heading}}</h1><p class="lead">{{explanation}}</p></div>
        </div>
        <dl class="facts">
        <div><dt>Number</dt><dd><code>{{number}}</code></dd></div>
        <div><dt>Course</dt><dd>{{course}}</dd></div>
        <div><dt>Held</dt><dd>{{dates}}</dd></div>
        <div><dt>Teaching attended</dt><dd>{{hours}}</dd></div>
        <div><dt>Issued by</dt><dd>{{issuer}}</dd></div>
        <div><dt>Issued</dt><dd>{{issuedOn}}</dd></div>
        {{#.refreshBy}}<div><dt>To be refreshed by</dt><dd>{{.}}</dd></div>{{/.refreshBy}}
        </dl>
        {{#isReissued}}<p>It was issued again on the day above. A print with an earlier day of issue no longer holds.</p>{{/isReissued}}
        <p class="muted">The holder's name is on the certificate only. Compare it with the person before you.</p>
        <p><a href="/verify">Check another certificate</a> · <a href="/verify/key">Check a file without us</a></p>
        {{/page}}{{/main}}{{/layout}}
        """#,
        "verify": #"""
        {{<layout}}{{$main}}{{#page}}
        <h1>Check a certificate</h1>
        <p class="lead">Type the number printed under the square code. You learn whether the certificate holds and what it is for, not whose it is.</p>
        <form class="panel" method="get" action="/verify">
        {{#code}}{{>field}}{{/code}}
        <button type="submit">Check</button>
        </form>
        {{/page}}{{/main}}{{/layout}}
        """#,
    ]

    static let styles = #"""
        :root {
          --paper: #faf7f1; --surface: #ffffff; --sunken: #f1ede3; --ink: #1c2826; --muted: #52605c; --line: #d9d3c5;
          --line-strong: #6b7873; --brand: #0f4f46; --brand-deep: #0a3a34; --on-brand: #ffffff; --tint: #dfece6; --link: #0b5a4f;
          --amber: #b45f06; --amber-tint: #fdf0dc; --red: #a1231b; --red-tint: #fbe9e6; --focus: #ffb000; --focus-ink: #1c2826;
          --sand: #e9c46a; --shadow: 0 1px 2px rgb(28 40 38 / .06), 0 6px 20px rgb(28 40 38 / .06);
          --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "URW Palladio L", P052, "Noto Serif", Georgia, serif;
          --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif;
          --mono: ui-monospace, "Cascadia Mono", "SF Mono", Menlo, "Noto Sans Mono", "DejaVu Sans Mono", monospace;
          --gap: 1rem; --radius: 14px;
          color-scheme: light dark;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #101817; --surface: #182321; --sunken: #1f2c2a; --ink: #e9efec; --muted: #a8b7b2; --line: #33423f;
            --line-strong: #87978f; --brand: #17655a; --brand-deep: #0c3b35; --on-brand: #ffffff; --tint: #1d3a35; --link: #86d3c2;
            --amber: #f0b35c; --amber-tint: #33281a; --red: #ff9d92; --red-tint: #3a1d1b; --focus: #ffc848;
            --sand: #d9ae4b; --shadow: 0 1px 2px rgb(0 0 0 / .4);
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { font-size: 106.25%; -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
        body {
          margin: 0; background: var(--paper); color: var(--ink); font-family: var(--sans); line-height: 1.55; display: flex;
          flex-direction: column; min-height: 100vh; overflow-wrap: anywhere;
        }
        main { flex: 1; padding: 2rem 0 5rem; }
        main:focus { outline: none; }
        .wrap { width: min(72rem, 100% - 2rem); margin-inline: auto; }
        h1, h2, h3 { font-family: var(--serif); line-height: 1.18; font-weight: 600; text-wrap: balance; margin: 0; }
        h1 { font-size: clamp(1.9rem, 1.4rem + 2.2vw, 2.75rem); letter-spacing: -.01em; margin-bottom: .75rem; }
        h2 { font-size: clamp(1.3rem, 1.15rem + .7vw, 1.6rem); margin: 2.25rem 0 .75rem; }
        h3 { font-size: 1.13rem; }
        p { margin: 0 0 .9rem; max-width: 42rem; }
        ul, ol { padding-left: 1.3rem; }
        a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .07em; }
        a:hover { text-decoration-thickness: .16em; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 6px var(--focus-ink); border-radius: 4px; }
        code, pre, kbd { font-family: var(--mono); font-size: .88em; }
        kbd { border: 1px solid var(--line-strong); border-bottom-width: 3px; border-radius: 5px; padding: 0 .35em; background: var(--surface); }
        .lead { font-size: 1.18rem; line-height: 1.5; }
        .muted, .hint { color: var(--muted); }
        .hint { font-size: .92rem; margin: 0 0 .4rem; }
        .line { display: block; }
        .number { text-align: right; font-variant-numeric: tabular-nums; }
        .overline { font-size: .85rem; letter-spacing: .06em; text-transform: uppercase; color: var(--muted); margin-bottom: .35rem; }
        .crumb { margin-bottom: .75rem; font-size: .95rem; }
        .crumb a::before { content: "← " / ""; }
        .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .skip { position: absolute; left: 1rem; top: -6rem; background: var(--focus); color: #1c2826; padding: .75rem 1.25rem; z-index: 10; font-weight: 600; }
        .skip:focus { top: 0; }
        .ribbon { background: repeating-linear-gradient(135deg, var(--amber-tint) 0 18px, var(--sunken) 18px 36px); border-bottom: 1px solid var(--line); color: var(--ink); }
        .ribbon p { max-width: none; width: min(72rem, 100% - 2rem); margin: 0 auto; padding: .4rem 0; font-size: .9rem; }
        header.site { background: var(--surface); border-bottom: 1px solid var(--line); }
        .bar { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem; padding: .7rem 0; }
        .brand { display: inline-flex; align-items: center; gap: .6rem; font-family: var(--serif); font-weight: 600; font-size: 1.25rem; color: var(--ink); text-decoration: none; min-height: 44px; }
        .mark-one { fill: var(--brand); } .mark-two { fill: var(--sand); } .mark-lens { fill: var(--surface); }
        nav ul { display: flex; flex-wrap: wrap; gap: .1rem .4rem; list-style: none; margin: 0; padding: 0; }
        nav a { display: inline-flex; align-items: center; min-height: 44px; padding: 0 .7rem; border-radius: 8px; color: var(--ink); text-decoration: none; }
        nav a:hover { text-decoration: underline; }
        nav a[aria-current] { font-weight: 650; box-shadow: inset 0 -3px 0 var(--brand); border-radius: 0; }
        @media (prefers-color-scheme: dark) { nav a[aria-current] { box-shadow: inset 0 -3px 0 var(--link); } }
        .who { margin-left: auto; display: flex; align-items: center; gap: .9rem; font-size: .93rem; }
        @media (max-width: 46rem) { nav { order: 3; flex-basis: 100%; margin-inline: -.7rem; } }
        .who p { margin: 0; line-height: 1.25; } .who form { margin: 0; }
        .role { display: block; color: var(--muted); font-size: .85rem; }
        .quiet { display: inline-flex; align-items: center; min-height: 44px; color: var(--muted); }
        .leave { position: sticky; top: .6rem; z-index: 5; align-self: flex-end; margin: .6rem 1rem -3.2rem; }
        .quick-exit { display: inline-flex; align-items: center; min-height: 44px; background: var(--ink); color: var(--paper); text-decoration: none; padding: .3rem 1.1rem; border-radius: 999px; font-weight: 600; font-size: .92rem; box-shadow: var(--shadow); }
        .quick-exit::before { content: "↗ " / ""; }
        footer.site { background: var(--brand-deep); color: #e6f0ec; padding: 2rem 0; font-size: .95rem; }
        footer.site p { max-width: none; margin: 0 0 .4rem; }
        footer.site ul { display: flex; flex-wrap: wrap; gap: 0 1.4rem; list-style: none; padding: 0; margin: .75rem 0 0; }
        footer.site a { color: #e6f0ec; display: inline-flex; min-height: 44px; align-items: center; }
        .footer-line { font-family: var(--serif); font-size: 1.1rem; }
        .notice, .inset { border-left: 6px solid var(--brand); background: var(--tint); padding: .9rem 1.1rem; border-radius: 0 10px 10px 0; margin-bottom: 1.5rem; }
        .notice p, .inset p:last-child { margin-bottom: 0; }
        .notice p::before { content: "✓ " / ""; font-weight: 700; }
        .error-summary { border: 3px solid var(--red); background: var(--surface); padding: 1rem 1.25rem; border-radius: var(--radius); margin-bottom: 1.75rem; }
        .error-summary h2 { margin: 0 0 .5rem; font-size: 1.25rem; }
        .error-summary ul { margin: 0; } .error-summary a { color: var(--red); font-weight: 600; }
        .empty { color: var(--muted); border: 1px dashed var(--line-strong); border-radius: var(--radius); padding: 1rem 1.2rem; max-width: none; }
        .empty p { margin: 0; }
        .terminal { margin-top: 3rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); padding: .3rem 1.1rem; }
        .terminal summary { font-size: .9rem; color: var(--muted); cursor: pointer; min-height: 44px; display: flex; align-items: center; gap: .5rem; }
        .terminal summary::before { content: ">_" / ""; font-family: var(--mono); font-weight: 700; color: var(--link); }
        .terminal pre { margin: 0 0 .75rem; padding: .75rem .9rem; background: #13201e; color: #e7f2ed; border-radius: 8px; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
        .terminal .prompt { color: #86d3c2; user-select: none; }
        details > summary { cursor: pointer; }
        main details:not(.terminal, .row-more) { border-top: 1px solid var(--line); padding: .2rem 0; }
        main details:not(.terminal, .row-more) > summary { min-height: 48px; display: flex; align-items: center; font-weight: 600; gap: .6rem; }
        main details:not(.terminal, .row-more) > summary::before { content: "+" / ""; font-weight: 700; width: 1.2rem; text-align: center; color: var(--link); }
        main details[open]:not(.terminal, .row-more) > summary::before { content: "−" / ""; }
        summary::-webkit-details-marker { display: none; } summary { list-style: none; }
        .field { margin: 0 0 1.35rem; border: 0; padding: 0; min-width: 0; }
        .field > label, .field > legend, legend { font-weight: 650; padding: 0; display: block; margin-bottom: .25rem; }
        input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea {
          font: inherit; color: var(--ink); background: var(--surface); border: 2px solid var(--line-strong); border-radius: 9px;
          padding: .55rem .7rem; min-height: 48px; width: 100%; max-width: 100%;
        }
        textarea { resize: vertical; }
        .narrow:not(p, div) { max-width: 9rem !important; } .middle:not(p, div) { max-width: 18rem !important; } .wide { max-width: 34rem; }
        input[aria-invalid], select[aria-invalid], textarea[aria-invalid] { border-color: var(--red); border-width: 3px; }
        .has-error { border-left: 5px solid var(--red); padding-left: .9rem; }
        .error { color: var(--red); font-weight: 600; margin: 0 0 .4rem; }
        .error::before { content: "! " / ""; font-weight: 800; }
        button, .button {
          font: inherit; font-weight: 650; display: inline-flex; align-items: center; justify-content: center; min-height: 48px;
          padding: .5rem 1.4rem; border-radius: 10px; border: 2px solid var(--brand); background: var(--brand); color: var(--on-brand);
          text-decoration: none; cursor: pointer; line-height: 1.2;
        }
        button:hover, .button:hover { background: var(--brand-deep); border-color: var(--brand-deep); text-decoration: none; }
        .button-quiet { background: transparent; color: var(--link); border-color: var(--line-strong); }
        .button-quiet:hover { background: var(--tint); color: var(--link); border-color: var(--brand); }
        form > button + p, form + p, .actions + p { margin-top: .9rem; }
        button.warn { background: var(--surface); color: var(--red); border-color: var(--red); }
        button.warn:hover { background: var(--red-tint); }
        button.plain { background: none; border: 0; color: var(--link); text-decoration: underline; padding: 0 .25rem; min-height: 44px; font-weight: 400; }
        button.small { min-height: 44px; padding: .3rem .9rem; font-size: .93rem; }
        .actions { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: center; max-width: none; }
        .choice { position: relative; display: flex; align-items: flex-start; gap: .7rem; padding: .25rem 0; }
        .choice input { flex: none; width: 26px; height: 26px; margin: 9px 0; accent-color: var(--brand); }
        @media (prefers-color-scheme: dark) { .choice input { accent-color: #86d3c2; } }
        .choice label { padding: 8px 0; min-height: 44px; flex: 1; line-height: 1.45; }
        .panel { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.4rem; box-shadow: var(--shadow); margin-bottom: 1.5rem; min-width: 0; }
        .panel > h2:first-child { margin-top: 0; }
        fieldset.panel > legend { float: left; width: 100%; font-family: var(--serif); font-size: 1.15rem; margin-bottom: .8rem; }
        fieldset.panel > legend + * { clear: both; }
        .pair, .grid { display: grid; gap: 0 1.5rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); align-items: start; }
        .finder { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); box-shadow: var(--shadow); padding: 1.2rem 1.4rem; display: grid; gap: 1rem 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr)); align-items: end; margin-bottom: 1.75rem; }
        .finder .field { margin: 0; } .finder .middle { max-width: none !important; }
        .narrow-page { max-width: 34rem; margin-inline: auto; }
        .survey-form { max-width: 46rem; }
        .survey-section > h2 { border-top: 3px solid var(--brand); padding-top: 1rem; margin-top: 2.5rem; }
        .question { font-size: 1.12rem; font-weight: 600; }
        .item { border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); padding: 1.1rem 1.2rem; margin: 0 0 1rem; min-width: 0; }
        .item legend { float: left; width: 100%; font-size: 1.05rem; margin-bottom: .7rem; }
        .item legend + * { clear: both; }
        .item.has-error { border-left: 5px solid var(--red); }
        .story { display: block; font-family: var(--serif); font-size: 1.12rem; }
        .points { display: grid; grid-template-columns: repeat(6, minmax(44px, 1fr)); gap: 6px; }
        .point { position: relative; }
        .point input, .mark input { position: absolute; inset: 0; width: 100%; height: 100%; margin: 0; opacity: 0; cursor: pointer; }
        .point label, .mark label { display: flex; align-items: center; justify-content: center; min-height: 44px; border: 2px solid var(--line-strong); border-radius: 9px; background: var(--surface); font-variant-numeric: tabular-nums; font-weight: 600; padding: 0 .2rem; }
        .point input:hover + label, .mark input:hover + label { border-color: var(--brand); background: var(--tint); }
        .point input:checked + label, .mark input:checked + label { background: var(--brand); border-color: var(--brand); color: var(--on-brand); box-shadow: inset 0 0 0 2px var(--surface); }
        .point input:focus-visible + label, .mark input:focus-visible + label { outline: 3px solid var(--focus); outline-offset: 2px; box-shadow: 0 0 0 6px var(--focus-ink); }
        .survey-progress { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .9rem; background: var(--paper); padding: .6rem 0; margin-bottom: .5rem; border-bottom: 1px solid var(--line); font-size: .93rem; }
        .survey-progress label { font-weight: 650; } .survey-progress progress.bar { flex: 1; min-width: 6rem; max-width: 16rem; margin: 0; } .survey-state { color: var(--muted); }
        .survey-section { scroll-margin-top: 3.5rem; } .survey-section:focus { outline: none; }
        .survey-part { font-family: var(--sans); font-size: .82rem; font-weight: 400; color: var(--muted); white-space: nowrap; }
        .survey-next { margin: 1.25rem 0 0; }
        .support { max-width: 46rem; border: 2px solid var(--amber); background: var(--amber-tint); border-radius: var(--radius); padding: 1.2rem 1.4rem; margin-bottom: 1.5rem; }
        .support h2 { margin-top: 0; } .support-lines { margin: 0; } .support-lines li { padding: .35rem 0; } .support-lines a { display: inline-block; padding: .35rem 0; }
        .anchors { display: flex; justify-content: space-between; gap: .75rem; font-size: .88rem; color: var(--muted); margin: .5rem 0 0; max-width: none; }
        .anchors span:nth-child(2) { text-align: center; } .anchors span:last-child { text-align: right; }
        .cannot-say { margin-top: .5rem; color: var(--muted); }
        @media (min-width: 44rem) { .points { grid-template-columns: repeat(11, minmax(44px, 1fr)); } }
        @media (forced-colors: active) {
          .point input:checked + label, .mark input:checked + label { background: Highlight; color: HighlightText; forced-color-adjust: none; }
        }
        @media (max-width: 24rem) {
          .wrap { width: min(72rem, 100% - 1.2rem); }
          .item { padding-inline: .3rem; } .item legend, .item .choice, .item .anchors, .item .hint, .item .error { padding-inline: .45rem; } .points { gap: 4px; }
        }
        .hero { position: relative; isolation: isolate; background: var(--brand-deep); color: #f3f8f5; border-radius: 22px; padding: clamp(1.6rem, 1rem + 4vw, 4rem) clamp(1.25rem, .5rem + 4vw, 3.5rem); overflow: hidden; }
        .hero h1 { max-width: 15ch; font-size: clamp(2.1rem, 1.4rem + 3.4vw, 3.6rem); }
        .hero .lead { max-width: 34rem; color: #dcebe5; margin-bottom: 1.75rem; }
        .hero-art { position: absolute; z-index: -1; right: 1.5rem; top: 50%; transform: translateY(-54%); width: min(44%, 29rem); }
        .art-one { fill: #1a6a5e; } .art-two { fill: #e9c46a; } .art-lens { fill: #f7efdc; }
        .art-line { fill: none; stroke: #0a3a34; stroke-width: 5; stroke-linecap: round; }
        .hero .finder { color: var(--ink); margin: 0; border: 0; max-width: 42rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 11rem), 1fr)); }
        @media (max-width: 52rem) { .hero-art { width: 17rem; right: -6.5rem; top: -3.6rem; transform: none; opacity: .2; } }
        .section-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .25rem 1rem; }
        .steps { list-style: none; padding: 0; margin: 0; display: grid; gap: 1.25rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); counter-reset: step; }
        .steps li { counter-increment: step; border-top: 3px solid var(--brand); padding-top: .8rem; }
        .steps h3::before { content: counter(step) " " / ""; color: var(--link); }
        .steps p { margin: .35rem 0 0; }
        .course-list, .run-list { list-style: none; padding: 0; margin: 0; display: grid; gap: .9rem; }
        .course-card { position: relative; display: grid; grid-template-columns: auto 1fr auto; gap: .5rem 1.25rem; align-items: center; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: .9rem 1.2rem .9rem .9rem; }
        .course-card:hover { box-shadow: var(--shadow); border-color: var(--line-strong); }
        .course-card h3 a::after { content: ""; position: absolute; inset: 0; border-radius: var(--radius); }
        .course-card p { margin: 0; }
        .course-card .when { font-weight: 600; } .where { color: var(--muted); }
        .tile { width: 4.6rem; text-align: center; border-radius: 10px; background: var(--tint); padding: .45rem 0 .5rem; line-height: 1.15; }
        .tile span { display: block; } .tile-day { font-family: var(--serif); font-size: 1.7rem; font-weight: 600; }
        .tile-weekday, .tile-month { font-size: .82rem; }
        .pill { display: inline-block; border-radius: 999px; padding: .25rem .85rem; background: var(--tint); color: var(--ink); font-weight: 600; font-size: .92rem; white-space: nowrap; border: 1px solid transparent; }
        .pill-wait { background: var(--amber-tint); border-color: var(--amber); }
        @media (max-width: 40rem) { .course-card { grid-template-columns: auto 1fr; } .places { grid-column: 2; } }
        .title-row { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 1rem; margin-bottom: .75rem; } .title-row h1 { margin: 0; }
        .facts { display: grid; gap: 1rem 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); margin: 0 0 2rem; padding: 1.2rem 0; border-block: 1px solid var(--line); }
        .facts dt { font-size: .85rem; color: var(--muted); } .facts dd { margin: 0; font-weight: 550; }
        .columns { display: grid; gap: 1rem 2.5rem; grid-template-columns: minmax(0, 1fr); align-items: start; }
        @media (min-width: 62rem) { .columns { grid-template-columns: minmax(0, 1fr) minmax(0, 30rem); } .columns-even { grid-template-columns: repeat(2, minmax(0, 1fr)); } }
        .column-text h2:first-child, .column-text section:first-child h2 { margin-top: 0; } .column-text section { margin-bottom: 1.75rem; }
        .ticks { list-style: none; padding: 0; } .ticks li { padding: .3rem 0 .3rem 1.9rem; position: relative; }
        .ticks li::before { content: "✓" / ""; position: absolute; left: .2rem; color: var(--link); font-weight: 700; }
        .agenda li { padding: .2rem 0; }
        .count { font-weight: 600; max-width: none; }
        .outcome { display: flex; gap: 1.2rem; align-items: flex-start; border-radius: var(--radius); padding: 1.4rem; margin-bottom: 1.5rem; background: var(--sunken); border: 1px solid var(--line); }
        .outcome h1 { margin-bottom: .4rem; } .outcome .lead, .outcome p:last-child { margin-bottom: 0; }
        .outcome-good { background: var(--tint); border-color: var(--brand); } .outcome-wait { background: var(--amber-tint); border-color: var(--amber); }
        .outcome-mark { flex: none; width: 3rem; height: 3rem; border-radius: 50%; background: var(--brand); color: #fff; display: grid; place-items: center; font-size: 1.5rem; font-weight: 700; margin: 0; }
        .outcome-wait .outcome-mark { background: #8a4a05; } .outcome-ended .outcome-mark { background: #56625e; }
        .keep { border: 2px dashed var(--amber); }
        .private-link { font-family: var(--mono); font-size: .95rem; margin: 0; max-width: none; overflow-wrap: anywhere; }
        .name-card { margin-bottom: 1.5rem; } .name-card h2 { margin-top: 1rem; }
        .drawn { background: #fffdf7; border: 1px solid #d9cfae; outline: 1px solid #d9cfae; outline-offset: -8px; border-radius: 4px; padding: 1.6rem 1.2rem; text-align: center; margin-bottom: .75rem; }
        .drawn img { max-width: 100%; height: auto; max-height: 8rem; display: inline-block; }
        .survey-list { list-style: none; padding: 0; } .survey-list li { padding: .5rem 0; border-bottom: 1px solid var(--line); display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; max-width: 42rem; }
        .quiet-action { margin-top: 2rem; }
        .certificate-card { background: #fffdf7; color: #1c2826; border: 1px solid #d9cfae; outline: 1px solid #d9cfae; outline-offset: -12px; border-radius: 6px; padding: clamp(2rem, 6vw, 4rem) 1.5rem; text-align: center; margin-bottom: 1.5rem; }
        .certificate-card p { margin-inline: auto; } .certificate-card .overline { color: #5d5a4c; } .certificate-card .number { text-align: center; margin-bottom: 0; }
        .run-card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1.1rem 1.3rem; }
        .run-card p { margin: 0 0 .25rem; } .run-card-head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; justify-content: space-between; align-items: baseline; }
        .run-list-today { margin-bottom: 2rem; } .run-list-today .run-card { border: 2px solid var(--brand); box-shadow: var(--shadow); }
        .run-list-today h3 { font-size: 1.35rem; }
        .links { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .8rem !important; max-width: none; }
        .state { font-size: .85rem; font-weight: 650; border: 1px solid var(--line-strong); border-radius: 999px; padding: .1rem .7rem; white-space: nowrap; }
        .state-open { background: var(--tint); border-color: var(--brand); } .state-cancelled { text-decoration: line-through; }
        .state-draft { border-style: dashed; }
        .equation { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem .9rem; background: var(--sunken); border-radius: var(--radius); padding: 1rem 1.3rem; margin: 1.25rem 0; }
        .equation p { margin: 0; } .equation strong { font-family: var(--serif); font-size: 1.7rem; } .equation .aside { border-left: 2px solid var(--line-strong); padding-left: .9rem; }
        .steps-row { display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
        .table-scroll { position: relative; overflow-x: auto; margin: 0 0 1.25rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); }
        table { border-collapse: collapse; width: 100%; font-size: .96rem; } caption { text-align: left; padding: .8rem 1rem; }
        th, td { text-align: left; vertical-align: top; padding: .65rem 1rem; border-bottom: 1px solid var(--line); overflow-wrap: normal; }
        tbody tr:last-child > * { border-bottom: 0; } thead th { font-size: .85rem; color: var(--muted); font-weight: 600; }
        .measures { display: grid; gap: 0 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); align-items: start; }
        td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; } td.number { white-space: nowrap; } td.reason { white-space: normal; } tbody th { font-weight: 600; } .need { color: var(--amber); font-weight: 500; }
        tr.has-error th { box-shadow: inset 5px 0 0 var(--red); }
        .row-actions form { margin: 0 0 .5rem; display: flex; flex-wrap: wrap; gap: .4rem; align-items: center; } .row-more summary { color: var(--link); text-decoration: underline; min-height: 44px; display: inline-flex; align-items: center; }
        .row-actions { min-width: 12rem; }
        .danger summary { color: var(--red); }
        progress.bar { appearance: none; display: inline-block; vertical-align: middle; width: 8rem; height: .7rem; margin-right: .6rem; padding: 0; border: 1px solid var(--line-strong); border-radius: 4px; background: var(--sunken); overflow: hidden; }
        progress.bar::-webkit-progress-bar { background: var(--sunken); } progress.bar::-webkit-progress-value { background: var(--link); } progress.bar::-moz-progress-bar { background: var(--link); }
        .finding { font-family: var(--serif); font-size: clamp(1.3rem, 1.1rem + 1.1vw, 1.8rem); line-height: 1.35; max-width: 46rem; }
        .finding-second { border-left: 5px solid var(--sand); padding-left: 1.1rem; font-size: clamp(1.15rem, 1rem + .6vw, 1.35rem); }
        .verdict { display: inline-block; background: var(--sunken); border-radius: 10px; padding: .55rem 1rem; max-width: none; } .verdict span { color: var(--muted); font-size: .85rem; margin-right: .5rem; }
        .figure { margin: 1rem 0 1.5rem; background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem; } .figure img { width: 100%; max-width: 46rem; height: auto; display: block; }
        .figure picture img { max-width: 42rem; margin-inline: auto; border-radius: 6px; }
        .figure details { margin-top: .5rem; } .figure caption { text-align: left; font-weight: 600; padding: .4rem 0; }
        .figure-scroll { overflow-x: auto; }
        @media (max-width: 40rem) { .figure { padding: .5rem; } .figure-scroll img { min-width: 32rem; } th, td { padding: .6rem .7rem; } tbody th { min-width: 8rem; } }
        figcaption { color: var(--muted); margin-top: .5rem; font-size: .93rem; }
        .statements li { max-width: 46rem; padding: .25rem 0; } .missing { list-style: none; padding: 0; } .missing li { border-left: 5px solid var(--amber); background: var(--surface); padding: .7rem 1rem; margin-bottom: .6rem; border-radius: 0 10px 10px 0; }
        .planner { margin-top: 2.5rem; } .planner .field { margin-bottom: 1rem; }
        .tabs { display: flex; flex-wrap: wrap; gap: .25rem; list-style: none; padding: 0; margin: 0 0 1rem; }
        .tabs a { display: inline-flex; min-height: 44px; align-items: center; padding: 0 1rem; border: 2px solid var(--line); border-radius: 10px; text-decoration: none; }
        .tabs a[aria-current] { border-color: var(--brand); font-weight: 650; background: var(--tint); }
        .needs { background: var(--amber-tint); border: 1px solid var(--amber); border-radius: var(--radius); padding: 1rem 1.3rem; margin-bottom: 1.25rem; }
        .needs h2 { margin: 0 0 .4rem; font-size: 1.15rem; } .needs ul { margin: 0; } .needs p, .needs li { max-width: none; }
        .register-head { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem 1.5rem; margin: 1rem 0 .5rem; }
        .register-head .count, .register-buttons { margin: 0; } .register-buttons { margin: 1rem 0 2rem; } .register-head .register-buttons { margin: 0; }
        .keys { font-size: .92rem; color: var(--muted); max-width: none; }
        .rows { list-style: none; padding: 0; margin: 0; display: grid; gap: .5rem; }
        .row { background: var(--surface); border: 1px solid var(--line); border-left: 6px solid var(--brand); border-radius: 10px; padding: .7rem 1rem; }
        .row.is-open { border-left-style: double; border-left-color: var(--line-strong); }
        .row.has-error { border-left-color: var(--red); }
        .row:focus-within { box-shadow: 0 0 0 3px var(--tint); border-color: var(--brand); }
        .row fieldset { border: 0; margin: 0; padding: 0; min-width: 0; display: grid; grid-template-columns: minmax(11rem, 1fr) auto; gap: .1rem 1rem; align-items: center; }
        .row legend { float: left; width: 100%; font-weight: 650; font-size: 1.08rem; margin: 0; line-height: 1.7; }
        .row-number { color: var(--muted); font-weight: 400; font-size: .85rem; display: inline-block; min-width: 1.4rem; }
        .tag { font-size: .8rem; font-weight: 600; border: 1px solid var(--line-strong); border-radius: 999px; padding: 0 .6rem; }
        .row-status { grid-column: 1; margin: 0; color: var(--muted); font-size: .93rem; } .row.is-open .row-status::before { content: "○ " / ""; }
        .row:not(.is-open) .row-status { color: var(--ink); } [data-state=failed] { color: var(--red) !important; font-weight: 600; }
        .row .error { grid-column: 1 / -1; margin: 0; }
        .marks { grid-column: 2; grid-row: 1 / span 2; display: flex; flex-wrap: wrap; gap: 5px; align-items: center; justify-content: flex-end; }
        .mark { position: relative; } .mark label { padding: 0 .75rem; font-size: .93rem; white-space: nowrap; }
        .mark input[value=none]:checked + label { background: var(--sunken); border-style: dashed; color: var(--ink); box-shadow: none; }
        .minutes { display: inline-flex; align-items: center; gap: .35rem; } .minutes label { font-size: .88rem; order: 2; color: var(--muted); } .minutes input { width: 4rem !important; min-height: 44px !important; padding: .3rem .5rem; }
        @supports selector(:has(*)) {
          .minutes { display: none; }
          .marks:has([value=late]:checked) .minutes-late, .marks:has([value=left-early]:checked) .minutes-early, .marks:has([value=late-and-left-early]:checked) .minutes { display: inline-flex; }
        }
        .row-name { grid-column: 1; display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1rem; margin: .1rem 0 0; max-width: none; font-size: .85rem; }
        .row-name img { height: 2.4rem; width: auto; max-width: min(100%, 24rem); object-fit: contain; object-position: left; }
        code.key { overflow-wrap: anywhere; }
        .row-extra { grid-column: 2; align-self: end; text-align: right; font-size: .85rem; margin: .1rem 0 0; max-width: none; color: var(--muted); } .row-extra > * { margin-right: .9rem; }
        .done::before { content: "✓ " / ""; color: var(--link); font-weight: 700; } .row-extra .open::before { content: "○ " / ""; }
        .reasons li { margin-bottom: .6rem; } .issued { list-style: none; padding: 0; columns: 18rem; } .issued li { padding: .2rem 0; break-inside: avoid; }
        .issue-result { border: 2px solid var(--brand); }
        .entry-quality { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; background: var(--sunken); border-radius: var(--radius); padding: .8rem 1.2rem; margin-bottom: 1.25rem; } .entry-quality p { margin: 0; }
        .key-piles { list-style: none; padding: 0; margin: 0 0 1.5rem; display: grid; gap: .9rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr)); }
        .key-piles li { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: 1rem 1.2rem; } .key-piles h2 { margin: 0; font-size: 1.13rem; }
        .key-pile-count { font-family: var(--serif); font-size: 1.5rem; margin: .1rem 0 .5rem; } .key-pile-others { color: var(--muted); font-size: .92rem; margin: -.3rem 0 .6rem; } .key-pile-links { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0; }
        .keying { max-width: 60rem; }
        .key-count { font-weight: 650; margin: 0; position: sticky; top: 0; background: var(--paper); padding: .4rem 0; z-index: 1; }
        .key-section > h2 { margin: 1.5rem 0 .25rem; font-size: 1.2rem; } .key-section > .muted { margin-bottom: .5rem; max-width: none; } .key-section > h2:has(+ ul) { margin-bottom: .6rem; }
        .key-rows { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); overflow: hidden; }
        .key-row { display: grid; grid-template-columns: minmax(0, 1fr) 6.5rem 7.5rem; gap: 0 1rem; align-items: center; padding: .35rem 1rem; border-bottom: 1px solid var(--line); scroll-margin-block: 4rem; }
        .key-row:last-child { border-bottom: 0; }
        .key-row:focus-within { background: var(--tint); box-shadow: inset 5px 0 0 var(--brand); }
        .key-row.has-error { border-left: 0; padding-left: 1rem; box-shadow: inset 5px 0 0 var(--red); }
        .key-row label { display: flex; gap: .75rem; align-items: baseline; }
        .key-code { font-weight: 700; min-width: 2.6rem; font-variant-numeric: tabular-nums; } .is-keyed .key-code::after { content: " ✓" / ""; color: var(--link); }
        .key-row input { text-align: center; font-size: 1.25rem; font-weight: 650; min-height: 44px !important; padding: .2rem .4rem !important; font-variant-numeric: tabular-nums; }
        .key-row-words { grid-template-columns: minmax(0, 1fr); } .key-row-words textarea { margin: .35rem 0; }
        .key-hint { margin: 0; font-size: .88rem; color: var(--muted); }
        .key-options { grid-column: 1 / -1; margin: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.1rem; font-size: .9rem; color: var(--muted); max-width: none; } .key-options:empty { display: none; } .key-option { padding-block: .1rem; }
        .key-option b { color: var(--ink); border: 1px solid var(--line-strong); border-radius: 5px; padding: 0 .35em; background: var(--surface); }
        .key-option.is-chosen { color: var(--ink); font-weight: 600; } .key-option.is-chosen b { background: var(--brand); border-color: var(--brand); color: var(--on-brand); }
        .key-row.is-skipped { display: none; } .key-row.is-refused input { animation: refuse .25s; }
        @keyframes refuse { 25% { border-color: var(--red); transform: translateX(-3px); } 75% { border-color: var(--red); transform: translateX(3px); } }
        @media (prefers-reduced-motion: reduce) { .key-row.is-refused input { animation: none; border-color: var(--red); } }
        .key-end { margin-top: 1.5rem; } .key-end .actions { margin: 0; }
        .key-note summary { margin-top: .5rem; }
        .disagreements { list-style: none; padding: 0; margin: 0; display: grid; grid-template-columns: minmax(0, 1fr); gap: 1rem; } .disagreement .choice { flex-wrap: wrap; min-width: 0; }
        .disagreement { background: var(--surface); border: 1px solid var(--line); border-left: 6px solid var(--amber); border-radius: 10px; padding: .9rem 1.2rem; }
        .disagreement fieldset { border: 0; margin: 0; padding: 0; min-width: 0; } .disagreement legend { font-weight: 400; margin-bottom: .3rem; } .disagreement-who { display: block; font-weight: 650; }
        .disagreement-answers { display: grid; gap: 0 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); align-items: start; }
        .disagreement-answers .narrow { width: 5rem; min-height: 44px !important; }
        .disagreement-why { display: flex; flex-wrap: wrap; gap: .6rem; align-items: center; margin-top: .5rem; } .disagreement-why label { font-weight: 650; } .disagreement-why input { flex: 1 1 9rem; min-width: 0; width: auto !important; min-height: 44px !important; }
        @media (max-width: 48rem) {
          .key-row { grid-template-columns: minmax(0, 1fr) 5rem; } .key-hint { grid-column: 2; text-align: center; } .key-row-words .key-hint { grid-column: 1; text-align: left; } .key-row-words { grid-template-columns: minmax(0, 1fr); }
          .row fieldset { grid-template-columns: minmax(0, 1fr); } .marks { grid-column: 1; grid-row: auto; justify-content: flex-start; margin-top: .4rem; } .row-name, .row-extra { grid-column: 1; text-align: left; }
          .mark label { padding: 0 .6rem; }
        }
        @media print {
          header.site, footer.site, .terminal, .leave, .skip, .register-buttons, .keys, .finder, .links, .steps-row, .row-actions, .danger, .actions, .quiet-action, form.planner button { display: none !important; }
          body { background: #fff; color: #000; font-size: 11pt; } .panel, .row, .course-card, .table-scroll { box-shadow: none; break-inside: avoid; } a { color: inherit; }
          .marks .mark:not(:has(:checked)) { display: none; }
        }
        @media (prefers-reduced-motion: no-preference) { .course-card, button, .button { transition: background-color .12s, border-color .12s, box-shadow .12s; } }
        """#

    static let scripts: [String: String] = [
        "keying": #"""
        // A paper sheet by number keys: a digit answers and goes on, Enter leaves blank, the next sheet comes by itself. Without this
        // script the form is filled in field by field.
        (() => {
          "use strict";
          const form = document.getElementById("keying");
          if (!form) return;
          const rows = Array.from(form.querySelectorAll("[data-row]"));
          const status = document.getElementById("keying-status");
          const counter = document.getElementById("keying-count");
          const next = document.getElementById("keying-next") || form.querySelector("button[type=submit]");
          document.getElementById("keying-keys").hidden = false;
          counter.hidden = false;

          const field = (row) => row.querySelector("input, textarea");
          const valueOf = (code) => {
            const row = rows.find((one) => one.dataset.row === code);
            return row ? field(row).value.trim() : "";
          };
          const say = (text) => { status.textContent = text; };

          const isAsked = (row) => {
            if (!row.dataset.askedAfter) return true;
            const given = valueOf(row.dataset.askedAfter);
            return given === "" ? field(row).value !== "" : row.dataset.anyOf.split(" ").includes(given);
          };

          const show = () => {
            let [keyed, asked] = [0, 0];
            for (const row of rows) {
              const isOpen = isAsked(row);
              row.classList.toggle("is-skipped", !isOpen);
              if (!isOpen) continue;
              asked += 1;
              const value = field(row).value.trim();
              if (value !== "") keyed += 1;
              row.classList.toggle("is-keyed", value !== "");
              const chosen = value.split(/[ ,;|]+/);
              for (const option of row.querySelectorAll("[data-option]")) {
                option.classList.toggle("is-chosen", chosen.includes(option.dataset.option));
              }
            }
            counter.textContent = `${keyed} of ${asked} keyed`;
          };

          const focusRow = (row) => {
            field(row).focus();
            if (field(row).select) field(row).select();
            row.scrollIntoView({ block: "nearest" });
          };

          const go = (row, step) => {
            let index = rows.indexOf(row) + step;
            while (rows[index] && !isAsked(rows[index])) index += step;
            if (rows[index]) {
              focusRow(rows[index]);
            } else if (step > 0) {
              next.focus();
              next.scrollIntoView({ block: "nearest" });
            }
          };

          const set = (row, value, moves = true) => {
            field(row).value = value;
            row.classList.remove("has-error");
            show();
            say(`${row.dataset.row}: ${value || "blank"}`);
            if (moves) go(row, 1);
          };

          const refuse = (row) => {
            const none = row.dataset.none ? ", or X" : "";
            say(`${row.dataset.row} takes ${row.dataset.lowest} to ${row.dataset.highest}${none}.`);
            row.classList.remove("is-refused");
            void row.offsetWidth;
            row.classList.add("is-refused");
          };

          // What a key means on a row: a number, "x", or nothing.
          const meaning = (row, key) => {
            const { kind, lowest, highest, none } = row.dataset;
            if (/^[xX./-]$/.test(key)) return none ? "x" : undefined;
            if (kind === "yes-no") return { 1: "y", y: "y", Y: "y", 0: "n", n: "n", N: "n" }[key];
            const number = /^[tT+*]$/.test(key) || (kind === "several" && key === "0") ? 10 : /^[0-9]$/.test(key) ? Number(key) : NaN;
            return number >= Number(lowest) && number <= Number(highest) ? String(number) : undefined;
          };

          const tick = (row, number) => {
            const ticks = new Set(field(row).value.split(/[ ,;|]+/).filter(Boolean));
            if (!ticks.delete(number)) ticks.add(number);
            set(row, Array.from(ticks).sort((a, b) => a - b).join(" "), false);
          };

          // A key that stands for an answer, on a row that takes one at a time.
          const press = (row, key) => {
            const value = meaning(row, key);
            if (value === undefined) refuse(row);
            else if (row.dataset.kind === "several" && value !== "x") tick(row, value);
            else set(row, value);
          };

          for (const row of rows) {
            field(row).addEventListener("keydown", (event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              const isWords = row.dataset.kind === "words";
              if (event.key === "Enter" && !(isWords && event.shiftKey)) {
                event.preventDefault();
                go(row, 1);
                return;
              }
              if (isWords) return;
              if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                event.preventDefault();
                go(row, event.key === "ArrowDown" ? 1 : -1);
              } else if (event.key === "Backspace" || event.key === "Delete") {
                event.preventDefault();
                if (field(row).value === "" && event.key === "Backspace") go(row, -1); else set(row, "", false);
              } else if (row.dataset.kind === "count") {
                if (event.key.length === 1 && !/[0-9]/.test(event.key)) { event.preventDefault(); refuse(row); }
              } else if (event.key.length === 1) {
                event.preventDefault();
                press(row, event.key);
              }
            });
            field(row).addEventListener("input", show);
          }

          let isSent = false;
          const before = rows.map((row) => field(row).value).join("\n");
          form.addEventListener("submit", () => { isSent = true; });
          window.addEventListener("beforeunload", (event) => {
            if (!isSent && rows.map((row) => field(row).value).join("\n") !== before) event.preventDefault();
          });
          // What was typed before this script was there stands in the first field as it is: a quick hand loses no key.
          const early = rows.find((row) => field(row) === document.activeElement && row.dataset.kind === "scale");
          const typed = early ? field(early).value : "";
          if (early && typed !== field(early).defaultValue) {
            field(early).value = field(early).defaultValue;
            show();
            for (const key of typed.slice(field(early).defaultValue.length)) {
              const row = document.activeElement.closest("[data-row]");
              if (row) press(row, key);
            }
            return;
          }
          show();
          const wrong = rows.find((row) => row.classList.contains("has-error"));
          const blank = rows.find((row) => isAsked(row) && field(row).value === "");
          if (!document.querySelector(".error-summary")) focusRow(wrong || blank || rows[0]);
        })();
        """#,
        "register": #"""
        // The register by keyboard: letters mark, arrows move, every mark is saved at once. Without this script the form works by
        // its buttons.
        (() => {
          "use strict";
          const form = document.getElementById("register");
          if (!form || !window.fetch) return;
          const rows = Array.from(form.querySelectorAll("[data-row]"));
          const status = document.getElementById("register-status");
          const keys = document.getElementById("register-keys");
          if (keys && rows.length > 0) keys.hidden = false;
          const unsaved = new Set();

          const radios = (row) => Array.from(row.querySelectorAll("input[type=radio]"));
          const chosen = (row) => radios(row).find((radio) => radio.checked);
          const say = (text) => { if (status) status.textContent = text; };
          const nameOf = (row) => row.querySelector("legend bdi").textContent;

          const focusRow = (index) => {
            const row = rows[index];
            if (!row) return;
            (chosen(row) || radios(row)[0]).focus();
            row.scrollIntoView({ block: "nearest" });
          };

          const minutesFields = (row, word) => {
            const late = row.querySelector(".minutes-late input");
            const early = row.querySelector(".minutes-early input");
            if (word === "late") return [late];
            if (word === "left-early") return [early];
            if (word === "late-and-left-early") return [late, early];
            return [];
          };

          const words = (row) => {
            const radio = chosen(row);
            if (!radio || radio.value === "none") return "not recorded";
            const minutes = minutesFields(row, radio.value).map((field) => field.value);
            const label = row.querySelector(`label[for="${radio.id}"]`).textContent.toLowerCase();
            return minutes.length === 0 ? label : `${label}, ${minutes.join(" and ")} min`;
          };

          const recount = () => {
            const count = document.getElementById("register-count");
            if (!count) return;
            const values = rows.map((row) => (chosen(row) || { value: "none" }).value);
            const number = (word) => values.filter((value) => value === word).length;
            const partly = number("late") + number("left-early") + number("late-and-left-early");
            const people = values.length === 1 ? "1 person" : `${values.length} people`;
            count.textContent = `${people}: ${number("present")} present, ${partly} late or left early, `
              + `${number("absent")} absent, ${number("none")} not recorded`;
          };

          const show = (row, text, state) => {
            const place = row.querySelector("[data-status]");
            place.textContent = text;
            place.dataset.state = state;
            row.classList.toggle("is-open", (chosen(row) || { value: "none" }).value === "none");
            row.classList.toggle("has-error", state === "failed");
          };

          const save = async (row) => {
            const radio = chosen(row);
            if (!radio) return;
            if (minutesFields(row, radio.value).some((field) => field.value.trim() === "")) return;
            const body = new URLSearchParams();
            for (const name of ["form_token", "sitting", "reason"]) {
              const field = form.elements.namedItem(name);
              if (field) body.set(name, field.value);
            }
            for (const field of row.querySelectorAll("input")) {
              if (field.type !== "radio" || field.checked) body.set(field.name, field.value);
            }
            unsaved.add(row);
            show(row, "saving …", "saving");
            try {
              const answer = await fetch(form.action, {
                method: "POST", body, credentials: "same-origin", headers: { Accept: "text/plain" },
              });
              if (answer.ok) {
                unsaved.delete(row);
                show(row, `${words(row)} ✓`, "saved");
                say(`${nameOf(row)}: ${words(row)}, saved`);
                recount();
              } else {
                const isSentence = (answer.headers.get("content-type") || "").startsWith("text/plain");
                const sentence = isSentence ? await answer.text() : "Not saved. Reload the page and try again.";
                show(row, sentence, "failed");
                say(`${nameOf(row)}: ${sentence}`);
              }
            } catch {
              show(row, "not saved yet: no connection", "failed");
              say(`${nameOf(row)}: not saved yet, there is no connection`);
            }
          };

          const mark = (row, radio) => {
            radio.checked = true;
            const missing = minutesFields(row, radio.value).find((field) => field.value.trim() === "");
            if (missing) {
              missing.focus();
              show(row, "how many minutes?", "asking");
              return;
            }
            save(row);
            focusRow(rows.indexOf(row) + 1 < rows.length ? rows.indexOf(row) + 1 : rows.indexOf(row));
          };

          rows.forEach((row, index) => {
            row.addEventListener("keydown", (event) => {
              if (event.ctrlKey || event.metaKey || event.altKey) return;
              const isMinutes = event.target.closest(".minutes");
              if (event.key === "ArrowDown" || event.key === "ArrowUp") {
                event.preventDefault();
                if (isMinutes) save(row);
                focusRow(index + (event.key === "ArrowDown" ? 1 : -1));
                return;
              }
              if (isMinutes) {
                if (event.key !== "Enter") return;
                event.preventDefault();
                const radio = chosen(row);
                if (radio) mark(row, radio);
                return;
              }
              const radio = radios(row).find((one) => one.dataset.key === event.key.toUpperCase());
              if (radio) {
                event.preventDefault();
                mark(row, radio);
              }
            });
            row.addEventListener("change", (event) => {
              if (event.target.type === "radio") {
                const missing = minutesFields(row, event.target.value).find((field) => field.value.trim() === "");
                if (missing) show(row, "how many minutes?", "asking");
              }
              save(row);
            });
          });

          window.addEventListener("beforeunload", (event) => { if (unsaved.size > 0) event.preventDefault(); });
          form.addEventListener("submit", () => unsaved.clear());
          window.addEventListener("online", () => unsaved.forEach((row) => save(row)));
          if (rows.length > 0 && !document.querySelector(".error-summary, .notice, #result")) focusRow(0);
        })();
        """#,
        "survey": #"""
        // A survey as it is filled in: questions that hang on another answer come and go, the bar counts, every answer is saved at once.
        // Without this script the form shows every question with its condition and is saved by its buttons.
        (() => {
          "use strict";
          const form = document.getElementById("survey");
          if (!form) return;
          const items = Array.from(form.querySelectorAll("[data-item]"));
          const bar = document.getElementById("survey-count");
          const words = document.getElementById("survey-words");
          const state = document.getElementById("survey-state");

          const values = (code) => Array.from(form.querySelectorAll(`[name="${CSS.escape(code)}"]`))
            .filter((field) => !field.disabled && field.type !== "hidden"
              && (field.type === "radio" || field.type === "checkbox" ? field.checked : field.value.trim() !== ""))
            .map((field) => field.value);

          const showAsked = () => {
            for (const item of items) {
              const other = item.dataset.askedAfter;
              if (!other) continue;
              const anyOf = item.dataset.anyOf.split(" ");
              const isAsked = values(other).some((value) => anyOf.includes(value));
              item.hidden = !isAsked;
              item.disabled = !isAsked;
            }
          };

          const count = () => {
            const asked = items.filter((item) => !item.hidden);
            const answered = asked.filter((item) => values(item.dataset.item).length > 0).length;
            bar.max = asked.length;
            bar.value = answered;
            words.textContent = `${answered} of ${asked.length} questions answered`;
          };

          const unsaved = new Set();
          let timer;
          let saving = false;

          const save = async () => {
            if (saving || unsaved.size === 0 || !window.fetch) return;
            saving = true;
            const codes = Array.from(unsaved);
            const body = new URLSearchParams();
            for (const name of ["form_token", "wave"]) body.set(name, form.elements.namedItem(name).value);
            for (const code of codes) {
              const given = values(code);
              if (given.length === 0) body.append(code, "");
              for (const value of given) body.append(code, value);
            }
            state.textContent = "saving …";
            let isSaved = false;
            try {
              const answer = await fetch(form.action, {
                method: "POST", body, credentials: "same-origin", headers: { Accept: "text/plain" },
              });
              isSaved = answer.ok;
              if (isSaved) {
                for (const code of codes) unsaved.delete(code);
                state.textContent = "saved ✓";
              } else {
                const isSentence = (answer.headers.get("content-type") || "").startsWith("text/plain");
                state.textContent = isSentence ? await answer.text() : "Not saved yet. Press the button below.";
              }
            } catch {
              state.textContent = "Not saved yet: there is no connection.";
            }
            saving = false;
            if (isSaved && unsaved.size > 0) plan(300);
          };

          const plan = (wait) => {
            clearTimeout(timer);
            timer = setTimeout(save, wait);
          };

          form.addEventListener("change", (event) => {
            const item = event.target.closest("[data-item]");
            if (!item) return;
            unsaved.add(item.dataset.item);
            showAsked();
            count();
            plan(1200);
          });
          form.addEventListener("input", (event) => {
            if (event.target.tagName !== "TEXTAREA") return;
            unsaved.add(event.target.closest("[data-item]").dataset.item);
            count();
            plan(2500);
          });
          form.addEventListener("submit", () => { clearTimeout(timer); unsaved.clear(); });
          window.addEventListener("online", () => plan(0));
          window.addEventListener("beforeunload", (event) => { if (unsaved.size > 0) event.preventDefault(); });

          for (const item of items) {
            // The condition is said by coming and going; for those who cannot see it the hint stays in the description.
            const hint = document.getElementById(`${item.dataset.item}-hint`);
            if (hint && item.dataset.askedAfter) hint.classList.add("visually-hidden");
          }
          showAsked();
          count();
        })();
        """#,
    ]
}
