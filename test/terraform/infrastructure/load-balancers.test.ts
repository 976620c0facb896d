import { describe, expect, test } from 'vitest';
import { balancersOf, rendered } from './described.ts';

describe('load balancers of AWS', () => {
  test('what is for controllers and what is for workers is kept apart', () => {
    const listener = (port: string | number, target: string) =>
      rendered('aws_lb_listener.one', {
        load_balancer_arn: 'arn:lb',
        protocol: 'TCP',
        port,
        default_action: [{ type: 'forward', target_group_arn: target }],
      });
    expect(
      balancersOf(
        rendered('aws_lb.nlb', { arn: 'arn:lb', id: 'arn:lb' }),
        rendered('aws_lb_target_group.controllers', { arn: 'arn:c', port: 6443 }),
        rendered('module.pool.aws_lb_target_group.http', { arn: 'arn:h', port: 8080 }),
        rendered('aws_lb_target_group.tls', { arn: 'arn:s', port: 8443 }),
        rendered('aws_autoscaling_group.workers', { target_group_arns: ['arn:h'] }),
        rendered('aws_instance.worker', { id: 'i-1' }),
        rendered('aws_lb_target_group_attachment.x', { target_group_arn: 'arn:s', target_id: 'i-1' }),
        listener('6443', 'arn:c'),
        listener(80, 'arn:h'),
        listener(443, 'arn:s'),
      ),
    ).toEqual([
      'aws_lb.nlb: tcp 6443 -> 6443 to controller',
      'aws_lb.nlb: tcp 80 -> 8080, tcp 443 -> 8443 to worker',
    ]);
  });

  test('forwarding to weighted groups, and classic load balancers', () => {
    const forward = [{ target_group: [{ arn: 'arn:c', weight: 1 }] }];
    expect(
      balancersOf(
        rendered('aws_lb_target_group.controllers', { arn: 'arn:c', port: 6443 }),
        rendered('aws_lb_listener.api', { protocol: 'TLS', port: 443, default_action: [{ forward }] }),
        rendered('aws_elb.apiserver', {
          name: 'api',
          instances: ['i-1'],
          listener: [{ lb_protocol: 'tcp', lb_port: 443, instance_port: 6443 }],
        }),
        rendered('aws_instance.master', { id: 'i-1' }),
      ),
    ).toEqual([
      'aws_lb_listener.api: tls 443 -> 6443 to controller',
      'aws_elb.apiserver: tcp 443 -> 6443 to controller',
    ]);
  });
});

test('load balancers of Azure by their rules and backend pools', () => {
  const rule = (port: number, pool: Record<string, unknown>) =>
    rendered('azurerm_lb_rule.one', {
      loadbalancer_id: '/lb',
      protocol: 'Tcp',
      frontend_port: port,
      backend_port: port,
      ...pool,
    });
  expect(
    balancersOf(
      rendered('azurerm_lb.cluster', { id: '/lb' }),
      rendered('azurerm_lb_backend_address_pool.controller', { id: '/pool/c', name: 'controller' }),
      rendered('azurerm_lb_backend_address_pool.ingress', { id: '/pool/i', name: 'ingress' }),
      rendered('azurerm_linux_virtual_machine_scale_set.workers', {
        network_interface: [{ ip_configuration: [{ load_balancer_backend_address_pool_ids: ['/pool/i'] }] }],
      }),
      rule(6443, { backend_address_pool_ids: ['/pool/c'] }),
      rule(80, { backend_address_pool_id: '/pool/i' }),
    ),
  ).toEqual([
    'azurerm_lb.cluster: tcp 6443 -> 6443 to controller',
    'azurerm_lb.cluster: tcp 80 -> 80 to worker',
  ]);
});

describe('load balancers of Google', () => {
  const forward = (target: string, port_range: string) =>
    rendered('google_compute_global_forwarding_rule.one', { target, port_range, ip_protocol: 'TCP' });

  test('from the forwarding rule over proxy and backend service to the named port of a group', () => {
    expect(
      balancersOf(
        forward('https://example/proxies/api', '443'),
        rendered('google_compute_target_tcp_proxy.apiserver', {
          self_link: 'https://example/proxies/api',
          backend_service: 'https://example/services/api',
        }),
        rendered('google_compute_backend_service.apiserver', {
          self_link: 'https://example/services/api',
          port_name: 'apiserver',
          backend: [{ group: 'https://example/groups/a' }],
        }),
        rendered('google_compute_instance_group.controllers[0]', {
          self_link: 'https://example/groups/a',
          named_port: [{ name: 'apiserver', port: '6443' }],
        }),
      ),
    ).toEqual(['google_compute_global_forwarding_rule.one: tcp 443 -> 6443 to controller']);
  });

  test('over a URL map to a managed group, which is named by what it says of itself', () => {
    expect(
      balancersOf(
        forward('https://example/proxies/http', '80-80'),
        rendered('google_compute_target_http_proxy.ingress', {
          self_link: 'https://example/proxies/http',
          url_map: 'https://example/maps/m',
        }),
        rendered('google_compute_url_map.ingress', {
          self_link: 'https://example/maps/m',
          default_service: 'https://example/services/s',
        }),
        rendered('google_compute_backend_service.ingress', {
          self_link: 'https://example/services/s',
          backend: [{ group: 'https://example/groups/w' }],
        }),
        rendered('google_compute_region_instance_group_manager.workers', {
          instance_group: 'https://example/groups/w',
        }),
      ),
    ).toEqual(['google_compute_global_forwarding_rule.one: tcp 80 -> 80 to worker']);
  });

  test('to a target pool, and in a circle', () => {
    expect(
      balancersOf(
        rendered('google_compute_forwarding_rule.api', {
          target: 'https://example/pools/p',
          port_range: '6443',
        }),
        rendered('google_compute_target_pool.p', {
          self_link: 'https://example/pools/p',
          instances: ['https://example/i/0'],
        }),
        rendered('google_compute_instance.controllers[0]', { self_link: 'https://example/i/0' }),
        forward('https://example/maps/m', '80'),
        rendered('google_compute_url_map.m', {
          self_link: 'https://example/maps/m',
          default_service: 'https://example/maps/m',
        }),
      ),
    ).toEqual([
      'google_compute_forwarding_rule.api: tcp 6443 -> 6443 to controller',
      'google_compute_global_forwarding_rule.one: tcp 80 -> 80 to (google_compute_url_map.m)',
    ]);
  });
});

test('load balancers of DigitalOcean, Hetzner and OpenStack', () => {
  expect(
    balancersOf(
      rendered('digitalocean_loadbalancer.public', {
        droplet_tag: 'demo-worker',
        forwarding_rule: [
          { entry_protocol: 'https', entry_port: 443, target_protocol: 'http', target_port: 8080 },
        ],
      }),
      rendered('hcloud_load_balancer.api', { id: '9' }),
      rendered('hcloud_load_balancer_service.api', {
        load_balancer_id: 9,
        protocol: 'tcp',
        listen_port: 6443,
        destination_port: 6443,
      }),
      rendered('hcloud_load_balancer_target.a', { load_balancer_id: 9, type: 'server', server_id: 5 }),
      rendered('hcloud_server.master', { id: '5' }),
      rendered('openstack_lb_loadbalancer_v2.api', { id: 'lb' }),
      rendered('openstack_lb_listener_v2.api', {
        id: 'li',
        loadbalancer_id: 'lb',
        protocol: 'TCP',
        protocol_port: 443,
      }),
      rendered('openstack_lb_pool_v2.api', { id: 'p', listener_id: 'li' }),
      rendered('openstack_lb_member_v2.api', { pool_id: 'p', address: '10.1.2.3', protocol_port: 6443 }),
      rendered('openstack_compute_instance_v2.master', { access_ip_v4: '10.1.2.3' }),
    ),
  ).toEqual([
    'digitalocean_loadbalancer.public: https 443 -> 8080 to worker',
    'hcloud_load_balancer.api: tcp 6443 -> 6443 to controller',
    'openstack_lb_loadbalancer_v2.api: tcp 443 -> 6443 to controller',
  ]);
});
