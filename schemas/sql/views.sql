-- 给自己写 SQL 的人：台账的只读视图 / Views of a ledger for people who bring their own SQL.
--
--   sqlite3 -cmd "ATTACH 'file:台账.db?mode=ro' AS ledger" -cmd ".read views.sql"
--   SELECT 承办单位, count(*) FROM 诉求 WHERE 状态 = '办理中' GROUP BY 1;
--
-- 台账先以 ledger 为名挂上，只读；视图是临时的，建在自己这边，台账文件里什么也不添（添了，minqing
-- 会说台账被改动过，拒绝打开）。英文名的视图给程序用：值是标识，与 --json 相同；中文名的给人看：值是
-- 文字。名称和列长期不变，以后只在末尾增加。没有个人信息：姓名、电话、住址、标题、内容、理由都加密
-- 保存，不在这里；要看用 minqing show。查询期间写入要等候，请随查随关。详见 minqing-sql(5)。
--
-- The ledger is attached first, under the name `ledger` and read-only. The views are temporary and live
-- on the reader's side: nothing is put into the ledger, which minqing would refuse to open afterwards.
-- Views with English names are for programs, their values are the ids of --json; those with Chinese names
-- are for people, their values are words. Names and columns stay; new columns come at the end. There is
-- no personal datum in them: names, phones, addresses, titles, contents and reasons are sealed. Whoever
-- writes waits while a query runs, so close what is done with. See minqing-sql(5).

-- 程序的用词 / The program's words.
CREATE TEMP VIEW program_words (kind, id, label) AS
  VALUES
    ('state', 'registered', '已登记'),
    ('state', 'assigned', '已交办'),
    ('state', 'signed_for', '已签收'),
    ('state', 'in_progress', '办理中'),
    ('state', 'resolved', '已办结'),
    ('state', 'checked', '已核查'),
    ('state', 'fed_back', '已反馈'),
    ('state', 'called_back', '已回访'),
    ('state', 'closed', '已销号'),
    ('state', 'reopened', '待重办'),
    ('state', 'voided', '已作废'),
    ('state', 'accepted', '已受理'),
    ('state', 'returned', '已退回'),
    ('state', 'suspended', '已挂账'),
    ('state', 'merged', '已并案'),
    ('urgency', 'normal', '一般'),
    ('urgency', 'urgent', '紧急'),
    ('urgency', 'critical', '特急'),
    ('result', 'solved', '已解决'),
    ('result', 'explained', '解释说明'),
    ('result', 'declined', '不予受理'),
    ('result', 'transferred', '转送'),
    ('result', 'withdrawn', '撤回'),
    ('satisfaction', 'very_satisfied', '非常满意'),
    ('satisfaction', 'satisfied', '满意'),
    ('satisfaction', 'fairly_satisfied', '基本满意'),
    ('satisfaction', 'dissatisfied', '不满意'),
    ('satisfaction', 'very_dissatisfied', '非常不满意'),
    ('satisfaction', 'not_rated', '未评价'),
    ('ground', 'satisfied', '群众满意'),
    ('ground', 'explained', '解释说明'),
    ('ground', 'unreached', '多次未联系上'),
    ('ground', 'concluded', '法定终结'),
    ('ground', 'withdrawn', '诉求人撤回'),
    ('ground', 'recorded', '原台账已销号'),
    ('cause', 'dissatisfied', '回访不满意'),
    ('cause', 'check_failed', '核查不通过'),
    ('cause', 'ordered', '责成重办'),
    ('basis', 'category', '归口办理'),
    ('basis', 'area', '属地办理'),
    ('basis', 'explicit_choice', '指定'),
    ('basis', 'default_unit', '未归口，由综合协调'),
    ('basis', 'same_unit', '原承办单位重办'),
    ('request', 'extend', '延期'),
    ('request', 'suspend', '挂账'),
    ('request', 'return', '退回'),
    ('request', 'exclude', '剔除'),
    ('request', 'amend', '更正'),
    ('request', 'close', '销号'),
    ('method', 'visit', '上门'),
    ('method', 'phone', '电话'),
    ('method', 'text_message', '短信'),
    ('method', 'letter', '信函'),
    ('method', 'meeting', '会议'),
    ('method', 'notice', '公示');

-- 类别、性质、渠道在规则里的名称 / What the schema calls its categories, natures and channels.
CREATE TEMP VIEW schema_words (kind, id, label, parent) AS
  SELECT list.key, json_extract(word.value, '$.id'),
         coalesce(json_extract(word.value, '$.label'), json_extract(word.value, '$.id')),
         json_extract(word.value, '$.parent')
    FROM ledger.compiled AS c, json_each(CAST(c.body AS TEXT)) AS list, json_each(list.value) AS word
   WHERE c.name = 'words';

-- 给程序用 / For programs -----------------------------------------------------------------------------

CREATE TEMP VIEW units AS
  SELECT id, name, kind, area, phone, address, ended_on, successor FROM ledger.unit ORDER BY position;

CREATE TEMP VIEW people AS  -- 办事的同志，不是群众 / officials, never residents
  SELECT id, name, unit, post, phone, ended_on, successor FROM ledger.person ORDER BY position;

CREATE TEMP VIEW areas AS
  SELECT code, name, parent, level, ended_on, successor FROM ledger.area ORDER BY position;

CREATE TEMP VIEW categories AS
  SELECT id, label, parent FROM schema_words WHERE kind = 'categories';

CREATE TEMP VIEW issues AS
  SELECT number, state, round, registered_at, channel, nature, category, urgency, confidential,
         area AS village, village_group, grid, people_count, source, source_no, source_due_on, campaign,
         card, registrar, unit AS handler_unit, handler, due_on, resolved_at, satisfaction, closed_at,
         voided_at, last_moved_at, id, merged_into, merged_at, excluded_at, answered_at
    FROM ledger.issue;

CREATE TEMP VIEW rounds AS
  SELECT i.number, r.no AS round, r.opened_at, r.cause, r.from_closed, r.resolved_at, r.resolved_by,
         r.result_kind, r.checked_at, r.check_passed, r.fed_back_at, r.fed_back_office_at,
         r.attempts, r.called_back_at, r.responded, r.solved, r.satisfaction, r.closed_at,
         r.closed_on AS close_ground
    FROM ledger.round r JOIN ledger.issue i ON i.id = r.issue;

CREATE TEMP VIEW assignments AS
  SELECT i.number, a.round, a.no, a.unit AS handler_unit, a.handler, a.co_units, a.leader, a.basis,
         a.time_limit, a.due_on, a.provisional, a.assigned_at, a.signed_at, a.contacted_at, a.ended_at,
         a.ended_by, a.extensions
    FROM ledger.assignment a JOIN ledger.issue i ON i.id = a.issue;

CREATE TEMP VIEW pauses AS  -- 挂账 / without a running deadline
  SELECT i.number, p.round, p.no, p.from_at, p.to_at, p.review_on
    FROM ledger.pause p JOIN ledger.issue i ON i.id = p.issue;

CREATE TEMP VIEW requests AS  -- 待批 / waiting for approval
  SELECT i.number, r.kind AS request, r.made_at, r.made_by
    FROM ledger.request r JOIN ledger.issue i ON i.id = r.issue;

CREATE TEMP VIEW reports AS
  SELECT report, mark, year, number, from_on, date(to_on, '-1 day') AS to_on, as_of, figures_digest,
         file_digest
    FROM ledger.published_report;

CREATE TEMP VIEW events AS
  SELECT e.seq, i.number, e.kind, json_extract(CAST(e.body AS TEXT), '$.at') AS occurred_at,
         datetime(json_extract(CAST(e.body AS TEXT), '$.recorded_at') / 1000000, 'unixepoch')
           AS recorded_at_utc,
         json_extract(CAST(e.body AS TEXT), '$.actor') AS actor,
         json_extract(CAST(e.body AS TEXT), '$.by') AS by
    FROM ledger.event e LEFT JOIN ledger.issue i ON i.id = e.issue;

-- 民情日记，作废的也在（voided_at）：谈了什么、走访了哪一户都加密保存，不在这里 / Field diaries, voided
-- entries too; which household it was and what was said is sealed.
CREATE TEMP VIEW diary_entries AS
  SELECT number AS entry, official, companions, day, weather, visits AS visit_count, reviews,
         reviewed_at, reviewed_by, voided_at
    FROM ledger.diary_entry;

CREATE TEMP VIEW visits AS
  SELECT d.number AS entry, v.no AS visit, d.day, d.official, v.area AS village, v.method, d.voided_at
    FROM ledger.visit v JOIN ledger.diary_entry d ON d.id = v.entry;

CREATE TEMP VIEW visit_issues AS  -- 走访中登记或关联的诉求 / what came up in a visit or was looked into
  SELECT d.number AS entry, l.visit, i.number
    FROM ledger.visit_issue l
    JOIN ledger.diary_entry d ON d.id = l.entry
    JOIN ledger.issue i ON i.id = l.issue;

CREATE TEMP VIEW contact_cards AS  -- 由卡来的诉求，作废的不算 / issues through it, voided ones left out
  SELECT c.no AS card, c.official, p.unit, c.area AS village, c.given_on, c.recalled_on,
         (SELECT count(*) FROM ledger.issue i
           WHERE i.card = c.no COLLATE NOCASE AND i.voided_at IS NULL) AS issues
    FROM ledger.contact_card c LEFT JOIN ledger.person p ON p.id = c.official;

-- 给人看 / For people ---------------------------------------------------------------------------------

CREATE TEMP VIEW 诉求 AS
  SELECT i.number AS 编号,
         coalesce(state.label, i.state) AS 状态,
         i.round AS 轮次,
         substr(i.registered_at, 1, 10) AS 登记日期,
         coalesce(channel.label, i.channel) AS 来源渠道,
         coalesce(nature.label, i.nature) AS 性质,
         coalesce(upper.label, category.label, i.category) AS 一级类别,
         coalesce(category.label, i.category) AS 类别,
         coalesce(urgency.label, i.urgency) AS 紧急程度,
         CASE i.confidential WHEN 1 THEN '是' ELSE '否' END AS 保密,
         town.name AS 乡镇,
         coalesce(village.name, i.area) AS 村,
         i.village_group AS 村民小组,
         i.grid AS 网格,
         i.people_count AS 涉及人数,
         i.source AS 来件单位,
         i.source_no AS 来件编号,
         i.source_due_on AS 来件时限,
         i.campaign AS 专项,
         i.card AS 联系卡,
         i.registrar AS 登记人,
         coalesce(unit.name, i.unit) AS 承办单位,
         coalesce(handler.name, i.handler) AS 承办人,
         i.due_on AS 办结时限,
         substr(i.resolved_at, 1, 10) AS 办结日期,
         CASE WHEN i.due_on IS NULL OR i.resolved_at IS NULL THEN NULL
              WHEN substr(i.resolved_at, 1, 10) > i.due_on THEN '否' ELSE '是' END AS 按时办结,
         coalesce(satisfaction.label, i.satisfaction) AS 满意度,
         substr(i.closed_at, 1, 10) AS 销号日期,
         i.merged_into AS 并入,
         substr(i.excluded_at, 1, 10) AS 剔除日期,
         substr(i.answered_at, 1, 10) AS 回单日期
    FROM ledger.issue i
    LEFT JOIN program_words state ON state.kind = 'state' AND state.id = i.state
    LEFT JOIN program_words urgency ON urgency.kind = 'urgency' AND urgency.id = i.urgency
    LEFT JOIN program_words satisfaction
           ON satisfaction.kind = 'satisfaction' AND satisfaction.id = i.satisfaction
    LEFT JOIN schema_words channel ON channel.kind = 'channels' AND channel.id = i.channel
    LEFT JOIN schema_words nature ON nature.kind = 'natures' AND nature.id = i.nature
    LEFT JOIN schema_words category ON category.kind = 'categories' AND category.id = i.category
    LEFT JOIN schema_words upper ON upper.kind = 'categories' AND upper.id = category.parent
    LEFT JOIN ledger.area village ON village.code = i.area
    LEFT JOIN ledger.area town ON town.code = village.parent AND village.level = 'village'
    LEFT JOIN ledger.unit unit ON unit.id = i.unit
    LEFT JOIN ledger.person handler ON handler.id = i.handler;

CREATE TEMP VIEW 轮次 AS
  SELECT i.number AS 编号,
         r.no AS 轮次,
         substr(r.opened_at, 1, 10) AS 开始日期,
         coalesce(cause.label, r.cause) AS 重办原因,
         substr(r.resolved_at, 1, 10) AS 办结日期,
         coalesce(resolver.name, r.resolved_by) AS 办结人,
         coalesce(result.label, r.result_kind) AS 办理结果,
         substr(r.checked_at, 1, 10) AS 核查日期,
         CASE r.check_passed WHEN 1 THEN '通过' WHEN 0 THEN '不通过' END AS 核查结论,
         substr(r.fed_back_at, 1, 10) AS 反馈日期,
         r.attempts AS 未联系上次数,
         substr(r.called_back_at, 1, 10) AS 回访日期,
         CASE r.responded WHEN 1 THEN '是' WHEN 0 THEN '否' END AS 已联系群众,
         CASE r.solved WHEN 1 THEN '是' WHEN 0 THEN '否' END AS 群众认为已解决,
         coalesce(satisfaction.label, r.satisfaction) AS 满意度,
         substr(r.closed_at, 1, 10) AS 销号日期,
         coalesce(ground.label, r.closed_on) AS 销号依据
    FROM ledger.round r JOIN ledger.issue i ON i.id = r.issue
    LEFT JOIN program_words cause ON cause.kind = 'cause' AND cause.id = r.cause
    LEFT JOIN program_words result ON result.kind = 'result' AND result.id = r.result_kind
    LEFT JOIN program_words satisfaction
           ON satisfaction.kind = 'satisfaction' AND satisfaction.id = r.satisfaction
    LEFT JOIN program_words ground ON ground.kind = 'ground' AND ground.id = r.closed_on
    LEFT JOIN ledger.person resolver ON resolver.id = r.resolved_by;

CREATE TEMP VIEW 交办 AS
  SELECT i.number AS 编号,
         a.round AS 轮次,
         a.no AS 次序,
         coalesce(unit.name, a.unit) AS 承办单位,
         coalesce(handler.name, a.handler) AS 承办人,
         coalesce(leader.name, a.leader) AS 分管领导,
         coalesce(basis.label, a.basis) AS 交办依据,
         a.time_limit AS 时限,
         a.due_on AS 办结时限,
         CASE a.provisional WHEN 1 THEN '是' ELSE '否' END AS 暂定,
         substr(a.assigned_at, 1, 10) AS 交办日期,
         substr(a.signed_at, 1, 10) AS 签收日期,
         substr(a.contacted_at, 1, 10) AS 先行联系日期,
         substr(a.ended_at, 1, 10) AS 结束日期,
         a.extensions AS 延期次数
    FROM ledger.assignment a JOIN ledger.issue i ON i.id = a.issue
    LEFT JOIN program_words basis ON basis.kind = 'basis' AND basis.id = a.basis
    LEFT JOIN ledger.unit unit ON unit.id = a.unit
    LEFT JOIN ledger.person handler ON handler.id = a.handler
    LEFT JOIN ledger.person leader ON leader.id = a.leader;

CREATE TEMP VIEW 挂账 AS
  SELECT i.number AS 编号,
         p.round AS 轮次,
         substr(p.from_at, 1, 10) AS 挂账日期,
         substr(p.to_at, 1, 10) AS 恢复日期,
         p.review_on AS 复核日期
    FROM ledger.pause p JOIN ledger.issue i ON i.id = p.issue;

CREATE TEMP VIEW 待批 AS
  SELECT i.number AS 编号,
         coalesce(request.label, r.kind) AS 申请,
         substr(r.made_at, 1, 10) AS 申请日期,
         coalesce(maker.name, r.made_by) AS 申请人
    FROM ledger.request r JOIN ledger.issue i ON i.id = r.issue
    LEFT JOIN program_words request ON request.kind = 'request' AND request.id = r.kind
    LEFT JOIN ledger.person maker ON maker.id = r.made_by;

CREATE TEMP VIEW 单位 AS
  SELECT u.id AS 标识, u.name AS 名称, a.name AS 区划
    FROM ledger.unit u LEFT JOIN ledger.area a ON a.code = u.area ORDER BY u.position;

CREATE TEMP VIEW 人员 AS
  SELECT p.id AS 标识, p.name AS 姓名, coalesce(u.name, p.unit) AS 单位, p.post AS 职务
    FROM ledger.person p LEFT JOIN ledger.unit u ON u.id = p.unit ORDER BY p.position;

CREATE TEMP VIEW 通报 AS
  SELECT mark AS 文号, from_on AS 起始日期, date(to_on, '-1 day') AS 截止日期, as_of AS 截至记录
    FROM ledger.published_report;

CREATE TEMP VIEW 日记 AS
  SELECT d.number AS 日记编号,
         coalesce(official.name, d.official) AS 走访人,
         (SELECT group_concat(name, '、')
            FROM (SELECT coalesce(p.name, j.value) AS name
                    FROM json_each(d.companions) j LEFT JOIN ledger.person p ON p.id = j.value
                   ORDER BY j.key)) AS 同行,
         d.day AS 日期,
         d.weather AS 天气,
         d.visits AS 走访次数,
         substr(d.reviewed_at, 1, 10) AS 阅批日期,
         coalesce(reviewer.name, d.reviewed_by) AS 阅批人,
         substr(d.voided_at, 1, 10) AS 作废日期
    FROM ledger.diary_entry d
    LEFT JOIN ledger.person official ON official.id = d.official
    LEFT JOIN ledger.person reviewer ON reviewer.id = d.reviewed_by;

CREATE TEMP VIEW 走访 AS
  SELECT d.number AS 日记编号,
         v.no AS 次序,
         d.day AS 日期,
         coalesce(official.name, d.official) AS 走访人,
         town.name AS 乡镇,
         coalesce(village.name, v.area) AS 村,
         coalesce(method.label, v.method) AS 方式,
         (SELECT group_concat(number, ' ')
            FROM (SELECT i.number
                    FROM ledger.visit_issue l JOIN ledger.issue i ON i.id = l.issue
                   WHERE l.entry = v.entry AND l.visit = v.no
                   ORDER BY i.id)) AS 诉求,
         substr(d.voided_at, 1, 10) AS 作废日期
    FROM ledger.visit v JOIN ledger.diary_entry d ON d.id = v.entry
    LEFT JOIN program_words method ON method.kind = 'method' AND method.id = v.method
    LEFT JOIN ledger.person official ON official.id = d.official
    LEFT JOIN ledger.area village ON village.code = v.area
    LEFT JOIN ledger.area town ON town.code = village.parent AND village.level = 'village';

CREATE TEMP VIEW 联系卡 AS
  SELECT c.no AS 卡号,
         coalesce(official.name, c.official) AS 联系干部,
         coalesce(unit.name, official.unit) AS 单位,
         coalesce(village.name, c.area) AS 村,
         c.given_on AS 发放日期,
         c.recalled_on AS 收回日期,
         (SELECT count(*) FROM ledger.issue i
           WHERE i.card = c.no COLLATE NOCASE AND i.voided_at IS NULL) AS 诉求件数
    FROM ledger.contact_card c
    LEFT JOIN ledger.person official ON official.id = c.official
    LEFT JOIN ledger.unit unit ON unit.id = official.unit
    LEFT JOIN ledger.area village ON village.code = c.area;
